package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries whose raw copy was damaged before all of it was read, and what came again of them. Joins the caller's transaction. Thread-safe. */
@Repository
public class LostCopyStore {
    private final JdbcClient sql;

    public LostCopyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A delivery that has not come again; {@code taken} records of it stand. */
    public record LostCopy(String receipt, String agency, String feed, long taken) {
    }

    /** Notes that the copy of that delivery is lost. */
    public void note(long delivery, Instant at) {
        sql.sql("INSERT INTO lost_copy (delivery_id, found_at) VALUES (?, ?)").params(delivery, Timestamp.from(at)).update();
    }

    /** Notes what has come again, by its content; a test drop by a test drop. A file that is refused has come: its sender knows why. */
    public void strikeOut() {
        sql.sql("""
                UPDATE lost_copy l SET came_again = again.receipt FROM (
                    SELECT DISTINCT ON (d.id) d.id, n.receipt FROM lost_copy o JOIN delivery d ON d.id = o.delivery_id
                      JOIN delivery n ON n.agency = d.agency AND n.sender IS NOT DISTINCT FROM d.sender AND n.feed = d.feed AND n.sha256 = d.sha256 AND n.is_test = d.is_test AND n.id > d.id
                     WHERE o.came_again IS NULL AND n.stage IN ('ACCEPTED', 'PARTIAL', 'REJECTED', 'DUPLICATE') AND NOT EXISTS (SELECT FROM lost_copy m WHERE m.delivery_id = n.id)
                     ORDER BY d.id, n.id) again
                 WHERE l.delivery_id = again.id""").update();
    }

    /** Those found since then that have not come again and were not recalled, the oldest first. */
    public List<LostCopy> missing(Instant since, int limit) {
        return sql.sql("""
                SELECT d.receipt, d.agency, d.feed, d.accepted + d.unchanged AS taken FROM lost_copy l JOIN delivery d ON d.id = l.delivery_id
                 WHERE l.came_again IS NULL AND l.found_at >= ? AND d.recalled_by IS NULL ORDER BY d.id LIMIT ?""").params(Timestamp.from(since), limit)
                .query((row, n) -> new LostCopy(row.getString("receipt"), row.getString("agency"), row.getString("feed"), row.getLong("taken"))).list();
    }
}
