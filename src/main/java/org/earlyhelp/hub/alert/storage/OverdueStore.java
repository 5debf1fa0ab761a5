package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.AlertQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the alerts whose clocks run out and gives each notice once. */
@Repository
public class OverdueStore {
    private static final String GIVE = """
            INSERT INTO alert_notice (alert_ref, notice, told, message, at)
            SELECT ref, :notice, :told, :message, :now FROM alert WHERE %s
            ON CONFLICT (alert_ref, notice) DO NOTHING RETURNING alert_ref
            """;
    private final JdbcClient sql;

    public OverdueStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A notice and the alerts it was now given for. */
    public record Given(String notice, String told, List<String> alerts) {
    }

    /** Gives what is due at that moment; a second call gives nothing again. */
    public List<Given> give(Instant now) {
        return List.of(
                give("half-limit", "manager", "Half the time to acknowledge it is gone and nobody has.",
                        "status = 'RAISED' AND :now >= raised_at + (acknowledge_by - raised_at) / 2", now),
                give("acknowledge-overdue", "out-of-hours", "It should have been acknowledged by now.",
                        "status = 'RAISED' AND :now >= acknowledge_by", now),
                give("decide-overdue", "manager", "It should have been decided by now.",
                        "status IN ('RAISED', 'ACKNOWLEDGED') AND :now >= decide_by", now));
    }

    /** Gives the out-of-hours contact one notice for each first-contact alert that the broker has not taken since {@code before}. */
    public Given giveUnsent(Instant before, Instant now) {
        List<String> alerts = sql.sql("""
                INSERT INTO alert_notice (alert_ref, notice, told, message, at)
                SELECT DISTINCT a.ref, 'not-read', 'out-of-hours', 'It could not be put on its queue for 10 minutes: nobody can have read it.', :now::timestamptz
                FROM outbox o JOIN alert a ON a.ref = o.body::jsonb -> 'data' ->> 'alert'
                WHERE o.published_at IS NULL AND o.queue = :queue AND o.created_at <= :before AND a.status = 'RAISED'
                ON CONFLICT (alert_ref, notice) DO NOTHING RETURNING alert_ref
                """).param("now", stamp(now)).param("before", stamp(before)).param("queue", AlertQueue.FIRST_CONTACT.queueName()).query(String.class).list();
        return new Given("not-read", "out-of-hours", alerts);
    }

    /** Gives the out-of-hours contact one notice for each of these first-contact alerts that nobody reads. */
    public Given giveUnread(List<String> messageIds, Instant before, Instant now) {
        List<String> alerts = messageIds.isEmpty() ? List.of() : sql.sql("""
                INSERT INTO alert_notice (alert_ref, notice, told, message, at)
                SELECT DISTINCT a.ref, 'not-read', 'out-of-hours', 'It has been on its queue for 10 minutes and nobody reads the queue.', :now::timestamptz
                FROM outbox o JOIN alert a ON a.ref = o.body::jsonb -> 'data' ->> 'alert'
                WHERE o.id IN (:ids) AND o.created_at <= :before AND a.status = 'RAISED'
                ON CONFLICT (alert_ref, notice) DO NOTHING RETURNING alert_ref
                """).param("now", stamp(now)).param("before", stamp(before)).param("ids", messageIds).query(String.class).list();
        return new Given("not-read", "out-of-hours", alerts);
    }

    private Given give(String notice, String told, String message, String condition, Instant now) {
        return new Given(notice, told, sql.sql(GIVE.formatted(condition)).param("notice", notice).param("told", told).param("message", message)
                .param("now", stamp(now)).query(String.class).list());
    }
}
