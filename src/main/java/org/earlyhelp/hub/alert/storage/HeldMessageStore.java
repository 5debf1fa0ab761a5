package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.HeldMessages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that are held, at most one an alert. */
@Repository
public class HeldMessageStore implements HeldMessages {
    private final JdbcClient sql;

    /**
     * A held message in the row of those that wait.
     *
     * @param place in the order in which they were first held
     * @param level of the alert as it is now; 0 when the alert is gone
     */
    public record Waiting(long place, String alert, int level) {
    }

    public HeldMessageStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Holds, or renews the reason of what is held already. */
    public void hold(String alert, String queue, String why, String entry, Instant at) {
        sql.sql("""
                INSERT INTO held_message (alert_ref, queue, why, entry, held_at) VALUES (:alert, :queue, :why, :entry, :at)
                ON CONFLICT (alert_ref) WHERE settled_at IS NULL DO UPDATE SET queue = excluded.queue, why = excluded.why, entry = excluded.entry
                """).param("alert", alert).param("queue", queue).param("why", why).param("entry", entry).param("at", stamp(at)).update();
    }

    /** A message of the alert went, or the alert ended; nothing when none was held. */
    public void settle(String alert, boolean sent, Instant at) {
        sql.sql("UPDATE held_message SET settled_at = :at, settlement = :how WHERE alert_ref = :alert AND settled_at IS NULL")
                .param("at", stamp(at)).param("how", sent ? "SENT" : "OVER").param("alert", alert).update();
    }

    /** Those that are held and were held first after that place, 0 for the first of all; at most {@code limit}. */
    public List<Waiting> after(long place, int limit) {
        return sql.sql("""
                SELECT h.id, h.alert_ref, coalesce(a.level, 0) FROM held_message h LEFT JOIN alert a ON a.ref = h.alert_ref
                 WHERE h.settled_at IS NULL AND h.id > :place ORDER BY h.id LIMIT :limit
                """).param("place", place).param("limit", limit).query((row, i) -> new Waiting(row.getLong(1), row.getString(2), row.getInt(3))).list();
    }

    /** Whether a message about the alert is held and neither sent nor given up. */
    public boolean isHeld(String alert) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM held_message WHERE alert_ref = :alert AND settled_at IS NULL)").param("alert", alert).query(Boolean.class).single();
    }

    /** Whether a message of the alert ever went to its queue. */
    public boolean wasTold(String alert) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM outbox WHERE body::jsonb -> 'data' ->> 'alert' = :alert AND type LIKE 'earlyhelp.alert.%')")
                .param("alert", alert).query(Boolean.class).single();
    }

    @Override
    public List<Held> standing(int limit) {
        return sql.sql("SELECT alert_ref, queue, why, entry, held_at FROM held_message WHERE settled_at IS NULL ORDER BY held_at, id LIMIT :limit").param("limit", limit)
                .query((row, i) -> new Held(row.getString("alert_ref"), row.getString("queue"), row.getString("why"), row.getString("entry"), Stamps.instant(row, "held_at")))
                .list();
    }

    @Override
    public long count() {
        return sql.sql("SELECT count(*) FROM held_message WHERE settled_at IS NULL").query(Long.class).single();
    }
}
