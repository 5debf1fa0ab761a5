package org.earlyhelp.hub.intake.account.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.account.AccountKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table agency_key. Every change is one statement, so that of two people only one has done it. Thread-safe. */
@Repository
public class AccountKeyStore {
    private final JdbcClient sql;

    public AccountKeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Over a database that was opened by a verb. */
    public static AccountKeyStore over(DataSource database) {
        return new AccountKeyStore(JdbcClient.create(database));
    }

    /** What is kept of the account's keys, the oldest first. A key of the agreement that was retired is among them. */
    public List<AccountKey> of(String account) {
        return sql.sql("SELECT * FROM agency_key WHERE account = ? ORDER BY coalesce(proposed_at, retired_at), fingerprint").param(account)
                .query(AccountKeyStore::key).list();
    }

    /** The same of all accounts. */
    public List<AccountKey> all() {
        return sql.sql("SELECT * FROM agency_key ORDER BY account, coalesce(proposed_at, retired_at), fingerprint").query(AccountKeyStore::key).list();
    }

    /** Lines that open each account, by account. */
    public Map<String, List<String>> open() {
        return byAccount("SELECT account, public_key FROM agency_key WHERE added_at IS NOT NULL AND retired_at IS NULL ORDER BY account, added_at");
    }

    /** Fingerprints that open nothing any more, by account. */
    public Map<String, List<String>> retired() {
        return byAccount("SELECT account, fingerprint FROM agency_key WHERE retired_at IS NOT NULL ORDER BY account, fingerprint");
    }

    /** Whether another account has or had that key. */
    public boolean knownElsewhere(String account, String fingerprint) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM agency_key WHERE fingerprint = ? AND account <> ?)").params(fingerprint, account).query(Boolean.class).single();
    }

    /** Returns whether the account knew nothing of the key. */
    public boolean propose(String account, String fingerprint, String line, String by, Instant at, String reason) {
        return sql.sql("""
                INSERT INTO agency_key (account, fingerprint, public_key, proposed_by, proposed_at, reason) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT ON CONSTRAINT agency_key_pk DO NOTHING
                """).params(account, fingerprint, line, by, Timestamp.from(at), reason).update() > 0;
    }

    /** Returns whether the key waited. */
    public boolean add(String account, String fingerprint, String by, Instant at) {
        return sql.sql("""
                UPDATE agency_key SET added_by = ?, added_at = ?
                 WHERE account = ? AND fingerprint = ? AND proposed_at IS NOT NULL AND added_at IS NULL AND retired_at IS NULL
                """).params(by, Timestamp.from(at), account, fingerprint).update() > 0;
    }

    /** Returns whether the key was not retired before. */
    public boolean retire(String account, String fingerprint, String line, String by, Instant at, String reason) {
        return sql.sql("""
                INSERT INTO agency_key AS k (account, fingerprint, public_key, retired_by, retired_at, retired_reason) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT ON CONSTRAINT agency_key_pk DO UPDATE
                   SET retired_by = excluded.retired_by, retired_at = excluded.retired_at, retired_reason = excluded.retired_reason
                 WHERE k.retired_at IS NULL
                """).params(account, fingerprint, line, by, Timestamp.from(at), reason).update() > 0;
    }

    private Map<String, List<String>> byAccount(String select) {
        Map<String, List<String>> all = new TreeMap<>();
        sql.sql(select).query((row, i) -> Map.entry(row.getString(1), row.getString(2))).list()
                .forEach(entry -> all.computeIfAbsent(entry.getKey(), account -> new ArrayList<>()).add(entry.getValue()));
        return all;
    }

    private static AccountKey key(ResultSet row, int number) throws SQLException {
        return new AccountKey(row.getString("account"), row.getString("fingerprint"), row.getString("public_key"), false, null,
                row.getString("proposed_by"), instant(row, "proposed_at"), row.getString("reason"), row.getString("added_by"), instant(row, "added_at"),
                row.getString("retired_by"), instant(row, "retired_at"), row.getString("retired_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
