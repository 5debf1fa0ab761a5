package org.earlyhelp.hub.intake.account.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.account.Login;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table sftp_login. Thread-safe. */
@Repository
public class LoginStore {
    private final JdbcClient sql;

    public LoginStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Over a database that was opened by a verb. */
    public static LoginStore over(DataSource database) {
        return new LoginStore(JdbcClient.create(database));
    }

    /** Adds to what is known of the same hour. */
    public void add(Login login) {
        sql.sql("""
                INSERT INTO sftp_login AS l (account, hour, result, address, fingerprint, times, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT ON CONSTRAINT sftp_login_pk DO UPDATE
                   SET times = l.times + excluded.times, first_at = least(l.first_at, excluded.first_at), last_at = greatest(l.last_at, excluded.last_at)
                """).params(login.account(), Timestamp.from(login.firstAt().truncatedTo(ChronoUnit.HOURS)), login.result().name(), login.address(), login.fingerprint(),
                login.times(), Timestamp.from(login.firstAt()), Timestamp.from(login.lastAt())).update();
    }

    /** The account's sign-ins, the newest first. */
    public List<Login> newest(String account, int limit) {
        return sql.sql("SELECT result, address, fingerprint, times, first_at, last_at FROM sftp_login WHERE account = ? ORDER BY last_at DESC, result, address LIMIT ?")
                .params(account, limit).query((row, i) -> new Login(account, Login.Result.valueOf(row.getString(1)), row.getString(2), row.getString(3),
                        row.getLong(4), row.getTimestamp(5).toInstant(), row.getTimestamp(6).toInstant())).list();
    }

    /** When each key of the account last opened the door, by fingerprint. */
    public Map<String, Instant> lastUsed(String account) {
        return sql.sql("SELECT fingerprint, max(last_at) FROM sftp_login WHERE account = ? AND result = 'SIGNED_IN' GROUP BY fingerprint").param(account)
                .query((row, i) -> Map.entry(row.getString(1), row.getTimestamp(2).toInstant())).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When somebody last signed in to each account. */
    public Map<String, Instant> lastSignIns() {
        return sql.sql("SELECT account, max(last_at) FROM sftp_login WHERE result = 'SIGNED_IN' GROUP BY account")
                .query((row, i) -> Map.entry(row.getString(1), row.getTimestamp(2).toInstant())).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Who has failed since then, by account and address, and neither signed in nor was shut out meanwhile: how often at least, and
     * from when on. Those that failed last first.
     */
    public List<Login> failing(Instant since, int limit) {
        return sql.sql("""
                SELECT account, address, sum(CASE WHEN first_at < :since THEN 1 ELSE times END), min(greatest(first_at, :since)), max(last_at)
                  FROM sftp_login f
                 WHERE result IN ('WRONG_KEY', 'WRONG_ADDRESS') AND last_at >= :since AND address <> ''
                   AND NOT EXISTS (SELECT FROM sftp_login i WHERE i.account = f.account AND i.address = f.address AND i.result = 'SIGNED_IN' AND i.last_at >= f.first_at)
                   AND NOT EXISTS (SELECT FROM sftp_lock_out o WHERE o.account = f.account AND o.address = f.address AND o.shut_at >= f.first_at)
                 GROUP BY account, address ORDER BY max(last_at) DESC, account, address LIMIT :limit
                """).param("since", Timestamp.from(since)).param("limit", limit).query((row, i) -> new Login(row.getString(1), Login.Result.WRONG_KEY, row.getString(2), "",
                row.getLong(3), row.getTimestamp(4).toInstant(), row.getTimestamp(5).toInstant())).list();
    }

    /** Forgets hours before then; returns how many rows went. */
    public int forgetBefore(Instant then) {
        return sql.sql("DELETE FROM sftp_login WHERE last_at < ?").param(Timestamp.from(then)).update();
    }
}
