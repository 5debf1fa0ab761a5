package org.earlyhelp.hub.web.operation.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of one delivery beyond its counts: references and times, no values. Thread-safe. */
@Repository
public class DeliveryTrace {
    private final JdbcClient sql;

    public DeliveryTrace(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The rest of its life.
     *
     * @param answeredAt when its sender was last answered; null until then
     * @param starts     how often it was begun since the last progress
     * @param failures   how often it broke off since then
     * @param recalledBy receipt of the recall that undid it; null when none did
     * @param setAside   whether it waits for an operator, since the hub could not process it
     * @param records    records that stand as it gave them
     * @param waiting    of these, those that nobody has matched yet
     * @param people     people of whom these records speak
     * @param copyLostAt when its raw copy was found damaged for good; null when it was not
     * @param cameAgain  receipt under which the same content came since; null while it has not
     */
    public record Life(Instant answeredAt, int starts, int failures, String recalledBy, boolean setAside, long records, long waiting, long people, Instant copyLostAt, String cameAgain) {
    }

    /** Errors or warnings of one code; {@code mended} of them are true no longer, {@code line} is the first. */
    public record Fault(String code, boolean warning, String field, long count, long mended, long line) {
    }

    /** How far a delivery has come. */
    public Life life(long delivery) {
        return sql.sql("""
                SELECT answered_at, starts, failures, recalled_by, held_for = 'OPERATOR', (SELECT count(*) FROM record r WHERE r.delivery_id = d.id),
                       (SELECT count(*) FROM record r JOIN record_work w ON w.record_id = r.id WHERE r.delivery_id = d.id),
                       (SELECT count(DISTINCT l.person_id) FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id WHERE r.delivery_id = d.id),
                       lost.found_at, lost.came_again
                  FROM delivery d LEFT JOIN lost_copy lost ON lost.delivery_id = d.id WHERE id = ?""").param(delivery)
                .query((row, n) -> new Life(instant(row.getTimestamp(1)), row.getInt(2), row.getInt(3), row.getString(4), row.getBoolean(5), row.getLong(6), row.getLong(7), row.getLong(8),
                        instant(row.getTimestamp(9)), row.getString(10))).single();
    }

    /** By code and field, the most first, at most {@code limit}. */
    public List<Fault> faults(long delivery, int limit) {
        return sql.sql("""
                SELECT code, severity = 'warning', field, count(*), count(mended_at), coalesce(min(line), 0) FROM delivery_error WHERE delivery_id = ?
                 GROUP BY code, severity, field ORDER BY severity, count(*) DESC, code, field LIMIT ?""").params(delivery, limit)
                .query((row, n) -> new Fault(row.getString(1), row.getBoolean(2), row.getString(3), row.getLong(4), row.getLong(5), row.getLong(6))).list();
    }

    /** References of people of whom records speak that stand as it gave them, at most {@code limit}. */
    public List<String> people(long delivery, int limit) {
        return sql.sql("""
                SELECT DISTINCT p.ref FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                 WHERE r.delivery_id = ? ORDER BY p.ref LIMIT ?""").params(delivery, limit).query(String.class).list();
    }

    /** Names of its records as evidence has them, at most {@code limit}. */
    public List<String> records(long delivery, int limit) {
        return sql.sql("SELECT agency || '/' || feed || '/' || ref || '@' || version FROM record WHERE delivery_id = ? ORDER BY id LIMIT ?").params(delivery, limit).query(String.class).list();
    }

    /** Alerts that rest on a record of it, at most {@code limit}. */
    public List<String> alerts(long delivery, int limit) {
        return sql.sql("""
                SELECT DISTINCT a.ref FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                  JOIN alert a ON a.family_id = p.family_id
                 WHERE r.delivery_id = ? AND strpos(a.content::text, '"' || r.agency || '/' || r.feed || '/' || r.ref || '@' || r.version || '"') > 0 ORDER BY 1 LIMIT ?""")
                .params(delivery, limit).query(String.class).list();
    }

    private static Instant instant(Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }
}
