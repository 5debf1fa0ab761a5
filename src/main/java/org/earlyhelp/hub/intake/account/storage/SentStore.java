package org.earlyhelp.hub.intake.account.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.account.AccountLook.ToldChange;
import org.earlyhelp.hub.intake.account.Sent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What accounts sent, read from the table delivery. Thread-safe. */
@Repository
public class SentStore {
    private final JdbcClient sql;

    public SentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What one account sent in one hour. */
    public record Hour(String account, Instant hour, Sent sent) {
    }

    /** What each account sent in each hour, by account and hour. */
    public List<Hour> since(Instant then) {
        return sql.sql("""
                SELECT agency, sender, date_trunc('hour', received_at) AS hour, count(*), sum(bytes) FROM delivery WHERE received_at >= ?
                 GROUP BY agency, sender, hour ORDER BY agency, sender, hour
                """).param(Timestamp.from(then)).query((row, i) -> new Hour(new AccountName(row.getString(1), row.getString(2)).toString(),
                row.getTimestamp(3).toInstant(), new Sent(row.getLong(4), row.getLong(5)))).list();
    }

    /** What the account sent since then. */
    public Sent of(AccountName account, Instant then) {
        return sql.sql("SELECT count(*), coalesce(sum(bytes), 0) FROM delivery WHERE agency = ? AND sender IS NOT DISTINCT FROM ? AND received_at >= ?")
                .param(account.agency()).param(account.sender()).param(Timestamp.from(then)).query((row, i) -> new Sent(row.getLong(1), row.getLong(2))).single();
    }

    /** What was told of changed columns, the newest first. */
    public List<ToldChange> layoutChanges(AccountName account, int limit) {
        return sql.sql("""
                SELECT d.receipt, d.feed, d.received_at, e.message FROM delivery_error e JOIN delivery d ON d.id = e.delivery_id
                 WHERE e.code = 'LAYOUT_CHANGED' AND d.agency = ? AND d.sender IS NOT DISTINCT FROM ? ORDER BY d.id DESC, e.ordinal LIMIT ?
                """).param(account.agency()).param(account.sender()).param(limit).query((row, i) -> new ToldChange(row.getString(1), row.getString(2),
                row.getTimestamp(3).toInstant(), row.getString(4))).list();
    }

    /** How many files of the account ended in which stage since then, test drops among them. */
    public Map<String, Long> stages(AccountName account, Instant then) {
        Map<String, Long> stages = new LinkedHashMap<>();
        sql.sql("SELECT stage, count(*) FROM delivery WHERE agency = ? AND sender IS NOT DISTINCT FROM ? AND received_at >= ? GROUP BY stage ORDER BY stage")
                .param(account.agency()).param(account.sender()).param(Timestamp.from(then)).query((row, i) -> Map.entry(row.getString(1), row.getLong(2)))
                .list().forEach(stage -> stages.put(stage.getKey(), stage.getValue()));
        return stages;
    }
}
