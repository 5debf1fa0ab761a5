package org.earlyhelp.hub.embedded.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** How much lies where, and for how long, as the operator's monitoring is told. Numbers only. */
@NamedInterface("progress")
@Repository
public class StandingFigures {
    private final JdbcClient sql;

    public StandingFigures(JdbcClient sql) {
        this.sql = sql;
    }

    /** So many of a kind; {@code oldest} is null when there is none, or where age means nothing. */
    public record Pile(String kind, long count, Instant oldest) {
    }

    /** Files received since then, by how they stand now, test drops left out. */
    public List<Pile> filesSince(Instant since) {
        return piles("SELECT stage, count(*), NULL::timestamptz FROM delivery WHERE received_at >= :since AND NOT is_test GROUP BY stage", Map.of("since", Timestamp.from(since)));
    }

    /** Files that are not decided, or whose sender has no answer yet. */
    public Pile unanswered() {
        return piles("SELECT 'unanswered', count(*), min(received_at) FROM delivery WHERE stage = 'RECEIVED' OR answered_at IS NULL", Map.of()).get(0);
    }

    /** Files that wait for a person or an agreement. */
    public Pile held() {
        return piles("SELECT 'held', count(*), min(received_at) FROM delivery WHERE stage = 'HELD'", Map.of()).get(0);
    }

    /** Whether a file is set aside that the hub could not process. */
    public boolean isAFileSetAside() {
        return sql.sql("SELECT EXISTS (SELECT FROM delivery WHERE held_for = 'OPERATOR')").query(Boolean.class).single();
    }

    /** Whether a record counts for nobody since it could not be linked, and neither it nor a later version was linked since. */
    public boolean isARecordUnlinked() {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM finding f JOIN record r ON r.ref = split_part(split_part(f.about, '/', 3), '@', 1)
                                WHERE f.room = 'identity' AND f.code = 'RECORD_NOT_LINKED' AND f.closed_at IS NULL AND r.is_current AND r.withdrawn_at IS NULL
                                  AND EXISTS (SELECT FROM mention m WHERE m.record_id = r.id
                                                 AND NOT EXISTS (SELECT FROM link l WHERE l.mention_id = m.id AND l.fingerprint = m.fingerprint)))""").query(Boolean.class).single();
    }

    /** Whether the needs of a family that stands could not be worked out the last time that something of it changed. */
    public boolean isAFamilyUnassessed() {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM finding f JOIN family ON family.ref = f.about
                                WHERE f.room = 'need' AND f.code = 'ASSESSMENT_FAILED' AND f.closed_at IS NULL AND family.gone_into IS NULL)""").query(Boolean.class).single();
    }

    /** Work that waits inside: records for identity, families for an assessment, rows in quarantine, messages kept back by the sharing rules. */
    public List<Pile> waiting() {
        return piles("""
                SELECT 'records', count(*), NULL::timestamptz FROM record_work
                UNION ALL SELECT 'families', count(*), NULL FROM family_work
                UNION ALL SELECT 'quarantined rows', count(*), min(since) FROM quarantine_row WHERE state = 'OPEN'
                UNION ALL SELECT 'messages kept back', count(*), min(held_at) FROM held_message WHERE settled_at IS NULL""", Map.of());
    }

    /** Messages that the broker has not taken, by queue. */
    public List<Pile> outbox() {
        return piles("SELECT queue, count(*), min(created_at) FROM outbox WHERE published_at IS NULL GROUP BY queue", Map.of());
    }

    /** Alerts past their limit to be acknowledged, by queue; the oldest is the limit missed first. */
    public List<Pile> unacknowledged(Instant now) {
        return piles("SELECT queue, count(*), min(acknowledge_by) FROM alert WHERE status = 'RAISED' AND acknowledge_by <= :now GROUP BY queue", Map.of("now", Timestamp.from(now)));
    }

    /** Alerts past their limit to be decided, by queue; the oldest is the limit missed first. */
    public List<Pile> undecided(Instant now) {
        return piles("SELECT queue, count(*), min(decide_by) FROM alert WHERE status IN ('RAISED', 'ACKNOWLEDGED') AND decide_by <= :now GROUP BY queue",
                Map.of("now", Timestamp.from(now)));
    }

    /** Alarms of the hub itself that are open, by kind. */
    public List<Pile> alarms() {
        return piles("SELECT kind, count(*), min(raised_at) FROM operator_alarm WHERE cleared_at IS NULL GROUP BY kind", Map.of());
    }

    /** What people outside are to be told and no channel has taken, by channel. */
    public List<Pile> tellings() {
        return piles("SELECT channel, count(*), min(made_at) FROM telling WHERE settled_at IS NULL GROUP BY channel", Map.of());
    }

    private List<Pile> piles(String query, Map<String, Object> parameters) {
        return sql.sql(query).params(parameters).query((row, number) -> {
            Timestamp oldest = row.getTimestamp(3);
            return new Pile(row.getString(1), row.getLong(2), oldest == null ? null : oldest.toInstant());
        }).list();
    }
}
