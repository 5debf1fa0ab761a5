package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    /** So many alerts are looked at in one round. */
    static final int LOOKED_AT_LIMIT = 10_000;
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
                give("acknowledge-overdue", "out-of-hours", "It should have been acknowledged by now.",
                        "status = 'RAISED' AND :now >= acknowledge_by", now),
                give("decide-overdue", "manager", "It should have been decided by now.",
                        "status IN ('RAISED', 'ACKNOWLEDGED') AND :now >= decide_by", now));
    }

    /** An alert that nobody has acknowledged, and its limit. */
    public record Unacknowledged(String ref, AlertQueue queue, Instant raisedAt, Instant acknowledgeBy) {
    }

    /** Alerts that nobody has acknowledged and of which the manager was not told at half their limit, the oldest first, at most {@link #LOOKED_AT_LIMIT}. */
    public List<Unacknowledged> beforeHalf() {
        return sql.sql("""
                SELECT ref, queue, raised_at, acknowledge_by FROM alert
                WHERE status = 'RAISED' AND NOT EXISTS (SELECT FROM alert_notice WHERE alert_ref = ref AND notice = 'half-limit')
                ORDER BY raised_at LIMIT :limit""").param("limit", LOOKED_AT_LIMIT)
                .query((row, number) -> new Unacknowledged(row.getString("ref"), AlertQueue.named(row.getString("queue")), row.getTimestamp("raised_at").toInstant(),
                        row.getTimestamp("acknowledge_by").toInstant())).list();
    }

    /** Gives the manager the notice that half the time is gone, for those of the alerts that are still not acknowledged. */
    public Given giveHalf(List<String> refs, Instant now) {
        return refs.isEmpty() ? new Given("half-limit", "manager", List.of())
                : new Given("half-limit", "manager", sql.sql(GIVE.formatted("status = 'RAISED' AND ref IN (:refs)")).param("notice", "half-limit").param("told", "manager")
                        .param("message", "Half the time to acknowledge it is gone and nobody has.").param("now", stamp(now)).param("refs", refs).query(String.class).list());
    }

    /** Gives the out-of-hours contact one notice for each first-contact alert, and each fault of a sender, that the broker has not taken since {@code before}. */
    public Given giveUnsent(Instant before, Instant now) {
        return giveUnheard("o.published_at IS NULL AND o.queue = :queue", Map.of("queue", AlertQueue.FIRST_CONTACT.queueName()), "could not be put on its queue for 10 minutes: nobody can have read it.",
                before, now);
    }

    /** Gives the out-of-hours contact one notice for each of these messages of first contact, alerts and faults of senders, that nobody reads. */
    public Given giveUnread(List<String> messageIds, Instant before, Instant now) {
        return messageIds.isEmpty() ? new Given("not-read", "out-of-hours", List.of())
                : giveUnheard("o.id IN (:ids)", Map.of("ids", messageIds), "has been on its queue for 10 minutes and nobody reads the queue.", before, now);
    }

    /** A fault has no alert: its notice is by the receipt of the file, which may hold a child nobody was told of. */
    private Given giveUnheard(String which, Map<String, ?> parameters, String why, Instant before, Instant now) {
        List<String> refs = sql.sql("""
                INSERT INTO alert_notice (alert_ref, notice, told, message, at)
                SELECT DISTINCT coalesce(a.ref, o.body::jsonb -> 'data' ->> 'receipt'), 'not-read', 'out-of-hours',
                       CASE WHEN a.ref IS NULL THEN 'Something that ' || (o.body::jsonb -> 'data' ->> 'agency') || '/' || (o.body::jsonb -> 'data' ->> 'feed')
                            || ' sent could not be taken and may tell of a child in danger: ask them. The word of it ' ELSE 'It ' END || :why, :now::timestamptz
                FROM outbox o LEFT JOIN alert a ON a.ref = o.body::jsonb -> 'data' ->> 'alert'
                WHERE %s AND o.created_at <= :before AND (a.status = 'RAISED' OR o.type = 'earlyhelp.sender-fault.v1')
                ON CONFLICT (alert_ref, notice) DO NOTHING RETURNING alert_ref
                """.formatted(which)).param("now", stamp(now)).param("before", stamp(before)).param("why", why).params(parameters).query(String.class).list();
        return new Given("not-read", "out-of-hours", refs);
    }

    private Given give(String notice, String told, String message, String condition, Instant now) {
        return new Given(notice, told, sql.sql(GIVE.formatted(condition)).param("notice", notice).param("told", told).param("message", message)
                .param("now", stamp(now)).query(String.class).list());
    }
}
