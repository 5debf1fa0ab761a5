package org.earlyhelp.hub.embedded.storage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** What the hub has still to do with what has arrived, read in one statement so that nothing is seen half-way between two tables. */
@NamedInterface("progress")
@Repository
public class WorkLeft {
    private final JdbcClient sql;

    public WorkLeft(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Counts of one moment.
     *
     * @param arrived  deliveries after the given one
     * @param decided  those of them with their final receipt written
     * @param records  source records that identity has not looked at
     * @param families families that are to be assessed
     * @param messages messages that are not on their queue yet
     */
    public record Counts(long arrived, long decided, long records, long families, long messages) {
        /** Nothing is left, and at least {@code files} files were taken and answered. */
        public boolean isDone(long files) {
            return arrived >= files && decided == arrived && records + families + messages == 0;
        }
    }

    /** The last delivery so far; 0 when there is none. */
    public long lastDelivery() {
        return sql.sql("SELECT coalesce(max(id), 0) FROM delivery").query(Long.class).single();
    }

    /** The counts now, for deliveries after the given one. */
    public Counts after(long delivery) {
        return sql.sql("""
                SELECT count(*) AS arrived,
                       count(*) FILTER (WHERE stage <> 'RECEIVED' AND answered_at IS NOT NULL) AS decided,
                       (SELECT count(*) FROM record_work) AS records,
                       (SELECT count(*) FROM family_work) AS families,
                       (SELECT count(*) FROM outbox WHERE published_at IS NULL) AS messages
                  FROM delivery
                 WHERE id > :delivery""")
                .param("delivery", delivery)
                .query((row, number) -> new Counts(row.getLong("arrived"), row.getLong("decided"), row.getLong("records"),
                        row.getLong("families"), row.getLong("messages")))
                .single();
    }
}
