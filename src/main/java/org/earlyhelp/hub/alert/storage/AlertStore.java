package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.Alert.Clocks;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.alert.life.Ground;
import org.earlyhelp.hub.alert.life.Grounds;
import org.earlyhelp.hub.intake.canary.CanaryMark;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of alerts and of every version they had. All methods join the caller's transaction. */
@Repository
public class AlertStore {
    private static final int FAMILY_LOCK = 0x414C5254;
    /** A canary's alert is taken back, a number of the sequence would not be; people would miss it in the row. */
    private static final long CANARY_NUMBER = 0;
    private static final long COUNTING_LOCK = 0x414C5254_434E5400L;
    static final String SELECT = """
            SELECT a.*, f.ref AS family_ref FROM alert a JOIN family f ON f.id = a.family_id
            """;
    private final JdbcClient sql;

    public AlertStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps every other transaction off the family's alerts until this one ends; so messages of a family keep their order. */
    public void lockFamily(long familyId) {
        sql.sql("SELECT pg_advisory_xact_lock(:room, hashint8(:family))").param("room", FAMILY_LOCK).param("family", familyId)
                .query((row, i) -> 0).list();
    }

    /** The alert of that reference. */
    public Optional<Alert> find(String ref) {
        return sql.sql(SELECT + "WHERE a.ref = :ref").param("ref", ref).query(AlertStore::alert).optional();
    }

    /** The alert of that reference, as it stands once nobody else can change its family's alerts. */
    public Optional<Alert> findLocked(String ref) {
        Optional<Alert> found = find(ref);
        found.ifPresent(alert -> lockFamily(alert.familyId()));
        return found.flatMap(alert -> find(ref));
    }

    /** The open alert of a family on a queue. */
    public Optional<Alert> openOf(long familyId, AlertQueue queue) {
        return sql.sql(SELECT + "WHERE a.family_id = :family AND a.queue = :queue AND a.status IN ('RAISED', 'ACKNOWLEDGED')")
                .param("family", familyId).param("queue", queue.queueName()).query(AlertStore::alert).optional();
    }

    /** Both open alerts of a family, if any. */
    public List<Alert> openOf(long familyId) {
        return sql.sql(SELECT + "WHERE a.family_id = :family AND a.status IN ('RAISED', 'ACKNOWLEDGED')")
                .param("family", familyId).query(AlertStore::alert).list();
    }

    /** Alerts of a family that people decided since then, without handing it over, and that were not recalled. */
    public List<Alert> decidedSince(long familyId, Instant since) {
        return sql.sql(SELECT + "WHERE a.family_id = :family AND a.status = 'DECIDED' AND a.decided_at >= :since AND a.successor IS NULL AND NOT EXISTS (SELECT FROM recall r WHERE r.alert_ref = a.ref)")
                .param("family", familyId).param("since", stamp(since)).query(AlertStore::alert).list();
    }

    /** Keeps every other transaction that counts alerts for a ceiling waiting until this one ends. */
    public void lockCounting() {
        sql.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", COUNTING_LOCK).query((row, i) -> 0).list();
    }

    /** How many alerts evidence raised on a queue since then; those handed over or released from the backlog are no flood. */
    public long raisedSince(AlertQueue queue, Instant since) {
        return sql.sql("SELECT count(*) FROM alert WHERE queue = :queue AND raised_at >= :since AND NOT relayed")
                .param("queue", queue.queueName()).param("since", stamp(since)).query(Long.class).single();
    }

    /** Writes a new alert at version 1; {@code because} says where it came from, or is null. */
    public Alert raise(long familyId, AlertQueue queue, AlertContent content, Clocks clocks, String because) {
        String ref = Ids.alertRef(London.dateOf(clocks.raisedAt()).getYear(), CanaryMark.isSet() ? CANARY_NUMBER : sql.sql("SELECT nextval('alert_number')").query(Long.class).single());
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at, acknowledge_by, decide_by, because, relayed)
                VALUES (:ref, :family, :queue, 1, 'RAISED', :level, :rule, :locality, :content::jsonb, :raised, :acknowledge, :decide, :because, :relayed)
                """).param("ref", ref).param("family", familyId).param("queue", queue.queueName()).param("level", content.level())
                .param("rule", content.rule().toString()).param("locality", content.locality()).param("content", StoredJson.write(content))
                .param("raised", stamp(clocks.raisedAt())).param("acknowledge", stamp(clocks.acknowledgeBy()))
                .param("decide", stamp(clocks.decideBy())).param("because", because).param("relayed", because != null).update();
        return find(ref).orElseThrow();
    }

    /** Writes the state of an alert as it is after a change; the reference, family and queue stay. */
    public void save(Alert alert) {
        sql.sql("""
                UPDATE alert SET version = :version, status = :status, level = :level, rule = :rule, locality = :locality, content = :content::jsonb,
                       acknowledge_by = :acknowledge, decide_by = :decide, outcome = :outcome, decided_at = :decided, because = :because, successor = :successor,
                       new_since_decision = :newer, merged_since = :merged
                WHERE id = :id
                """).param("version", alert.version()).param("status", alert.status().name()).param("level", alert.content().level())
                .param("rule", alert.content().rule().toString()).param("locality", alert.content().locality())
                .param("content", StoredJson.write(alert.content())).param("acknowledge", stamp(alert.clocks().acknowledgeBy()))
                .param("decide", stamp(alert.clocks().decideBy())).param("outcome", alert.outcome() == null ? null : alert.outcome().name()).param("decided", stamp(alert.decidedAt()))
                .param("because", alert.because()).param("successor", alert.successor()).param("newer", alert.newSinceDecision())
                .param("merged", alert.mergedSince()).param("id", alert.id()).update();
    }

    /** Notes when a person first saw it. */
    public void acknowledged(Alert alert, Instant at) {
        sql.sql("UPDATE alert SET acknowledged_at = coalesce(acknowledged_at, :at) WHERE id = :id").param("at", stamp(at)).param("id", alert.id()).update();
    }

    /** Notes when it ended, and why in a person's words if they gave any. */
    public void ended(Alert alert, Instant at, String reason) {
        sql.sql("UPDATE alert SET closed_at = :at, reason = coalesce(:reason, reason) WHERE id = :id")
                .param("at", stamp(at)).param("reason", reason).param("id", alert.id()).update();
    }

    /** Keeps the alert as it stands at this event, so that a decision can be read against what was known. */
    public void keepVersion(Alert alert, String event, Instant at) {
        sql.sql("""
                INSERT INTO alert_version (alert_id, version, event, content, at) VALUES (:id, :version, :event, :content::jsonb, :at)
                ON CONFLICT (alert_id, version, event) DO UPDATE SET content = excluded.content, at = excluded.at
                """).param("id", alert.id()).param("version", alert.version()).param("event", event)
                .param("content", StoredJson.write(alert.content())).param("at", stamp(at)).update();
    }

    /** What the alert rests on, as remembered at the last assessment. */
    public Grounds groundsOf(Alert alert) {
        String json = sql.sql("SELECT grounds FROM alert WHERE id = :id").param("id", alert.id()).query(String.class).single();
        return new Grounds(List.of(StoredJson.read(json, Ground[].class)), false);
    }

    /** Keeps what the alert rests on for the next assessment. */
    public void remember(Alert alert, Grounds grounds) {
        sql.sql("UPDATE alert SET grounds = :grounds::jsonb WHERE id = :id")
                .param("grounds", StoredJson.write(grounds.grounds())).param("id", alert.id()).update();
    }

    /** Gives all alerts of a family, ended ones too, to the family that took it over. Open ones must not collide any more. */
    public void move(long goneFamilyId, long keptFamilyId) {
        sql.sql("UPDATE alert SET family_id = :kept, moved_from = array_append(moved_from, :gone::bigint) WHERE family_id = :gone")
                .params(Map.of("kept", keptFamilyId, "gone", goneFamilyId)).update();
    }

    /** Undoes {@link #move} among these families, as far as the family it was moved from stands and has no such open alert itself. */
    public void giveBack(Collection<Long> families) {
        sql.sql("""
                UPDATE alert a SET family_id = f.id, moved_from = trim_array(a.moved_from, 1) FROM family f
                WHERE a.family_id IN (:families) AND f.id IN (:families) AND f.id <> a.family_id AND f.gone_into IS NULL
                  AND a.moved_from[cardinality(a.moved_from)] = f.id
                  AND (a.status NOT IN ('RAISED', 'ACKNOWLEDGED') OR NOT EXISTS (SELECT FROM alert o WHERE o.family_id = f.id AND o.queue = a.queue
                      AND o.status IN ('RAISED', 'ACKNOWLEDGED')))""").param("families", families).update();
    }

    static Alert alert(ResultSet row, int index) throws SQLException {
        Clocks clocks = new Clocks(Stamps.instant(row, "raised_at"), Stamps.instant(row, "acknowledge_by"), Stamps.instant(row, "decide_by"));
        String outcome = row.getString("outcome");
        return new Alert(row.getLong("id"), row.getString("ref"), row.getLong("family_id"), row.getString("family_ref"),
                AlertQueue.named(row.getString("queue")), row.getInt("version"), AlertStatus.valueOf(row.getString("status")),
                StoredJson.read(row.getString("content"), AlertContent.class), clocks, outcome == null ? null : Outcome.valueOf(outcome),
                Stamps.instant(row, "decided_at"), row.getString("because"), row.getString("successor"),
                row.getBoolean("new_since_decision"), row.getBoolean("merged_since"));
    }
}
