package org.earlyhelp.hub.web.why.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts and what was told of them. */
public final class AlertFacts {
    private static final String ALERT = """
            SELECT a.id, a.ref, a.family_id, f.ref AS family, a.queue, a.version, a.status, a.level, a.rule, a.raised_at, a.acknowledged_at, a.decided_at, a.closed_at,
                   a.outcome, a.because, a.successor, a.new_since_decision FROM alert a JOIN family f ON f.id = a.family_id\s""";
    private final JdbcClient sql;

    public AlertFacts(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** The latest version of an alert; what has not happened is null. */
    public record Alert(long id, String ref, long familyId, String family, String queue, int version, String status, int level, String rule, Instant raisedAt,
                        Instant acknowledgedAt, Instant decidedAt, Instant closedAt, String outcome, String because, String successor, boolean newSince) {
        /** Whether a decision is still awaited. */
        public boolean isOpen() {
            return status.equals("RAISED") || status.equals("ACKNOWLEDGED");
        }
    }

    /** A state the alert was in; {@code event} led to it. */
    public record Version(int version, String event, Instant at) {
    }

    /** A message; {@code publishedAt} is null while it waits. */
    public record Message(String type, String queue, Instant createdAt, Instant publishedAt) {
    }

    /** What the front door said back; {@code action} as in {@link org.earlyhelp.hub.alert.Decision.Action}. */
    public record Answer(String action, Instant at) {
    }

    /** A message that the sharing rules keep back, or kept back; {@code why} is plain words without data. */
    public record HeldBack(String why, Instant at, Instant settledAt, String settlement) {
    }

    /** A family that waits for its alert. */
    public record Waiting(int level, String why, Instant since) {
    }

    /** The alert of that reference. */
    public Optional<Alert> alert(String ref) {
        return sql.sql(ALERT + "WHERE a.ref = ?").param(ref).query(AlertFacts::alert).optional();
    }

    /** Of the family, the newest first. */
    public List<Alert> ofFamily(long family, int limit) {
        return sql.sql(ALERT + "WHERE a.family_id = ? ORDER BY a.id DESC LIMIT ?").params(family, limit).query(AlertFacts::alert).list();
    }

    /** Alerts of the people's families that rest on the evidence. */
    public List<String> restingOn(String evidence, int limit) {
        return sql.sql("""
                SELECT DISTINCT a.ref FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                  JOIN alert a ON a.family_id = p.family_id
                 WHERE r.agency || '/' || r.feed || '/' || r.ref || '@' || r.version = ? AND strpos(a.content::text, '"' || ? || '"') > 0 ORDER BY 1 LIMIT ?""")
                .params(evidence, evidence, limit).query(String.class).list();
    }

    /** What the alert was, the newest first. */
    public List<Version> versions(long alert, int limit) {
        return sql.sql("SELECT version, event, at FROM alert_version WHERE alert_id = ? ORDER BY at DESC, version DESC LIMIT ?").params(alert, limit)
                .query((row, n) -> new Version(row.getInt("version"), row.getString("event"), Rows.instant(row, "at"))).list();
    }

    /** Messages about the alert, the newest first, sent or not. */
    public List<Message> messages(String alert, int limit) {
        return sql.sql("SELECT type, queue, created_at, published_at FROM outbox WHERE body::jsonb -> 'data' ->> 'alert' = ? ORDER BY ordinal DESC LIMIT ?").params(alert, limit)
                .query((row, n) -> new Message(row.getString("type"), row.getString("queue"), Rows.instant(row, "created_at"), Rows.instant(row, "published_at"))).list();
    }

    /** What the case system answered, the newest first. */
    public List<Answer> answers(String alert, int limit) {
        return sql.sql("SELECT action, received_at FROM decision WHERE alert_ref = ? ORDER BY received_at DESC LIMIT ?").params(alert, limit)
                .query((row, n) -> new Answer(row.getString("action"), Rows.instant(row, "received_at"))).list();
    }

    /** Messages that were held, in the order in which they were. */
    public List<HeldBack> heldBack(String alert) {
        return sql.sql("SELECT why, held_at, settled_at, settlement FROM held_message WHERE alert_ref = ? ORDER BY id").param(alert)
                .query((row, n) -> new HeldBack(row.getString("why"), Rows.instant(row, "held_at"), Rows.instant(row, "settled_at"), row.getString("settlement"))).list();
    }

    /** Agencies whose facts wait for an agreement before they may be told. */
    public List<String> awaited(String alert) {
        return sql.sql("SELECT agency FROM awaited_agreement WHERE alert_ref = ? AND what = 'FACTS' ORDER BY agency").param(alert).query(String.class).list();
    }

    /** Every record that the alert rests on. */
    public List<String> evidence(long alert, int limit) {
        return sql.sql("SELECT DISTINCT e #>> '{}' FROM alert, jsonb_path_query(content, '$.**.evidence[*]') e WHERE id = ? ORDER BY 1 LIMIT ?").params(alert, limit).query(String.class).list();
    }

    /** References of the children that the alert names. */
    public List<String> children(long alert) {
        return sql.sql("SELECT DISTINCT c #>> '{}' FROM alert, jsonb_path_query(content, '$.children[*].person') c WHERE id = ? ORDER BY 1").param(alert).query(String.class).list();
    }

    /** The family's place in the backlog; empty when it does not wait. */
    public Optional<Waiting> waiting(long family) {
        return sql.sql("SELECT level, why, since FROM alert_backlog WHERE family_id = ?").param(family)
                .query((row, n) -> new Waiting(row.getInt("level"), row.getString("why"), Rows.instant(row, "since"))).optional();
    }

    /** Open alerts of other families that speak for this one. */
    public List<String> speakers(long family) {
        return sql.sql("SELECT a.ref FROM alert_spoken_for s JOIN alert a ON a.id = s.alert_id WHERE s.family_id = ? ORDER BY 1").param(family).query(String.class).list();
    }

    private static Alert alert(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Alert(row.getLong("id"), row.getString("ref"), row.getLong("family_id"), row.getString("family"), row.getString("queue"), row.getInt("version"),
                row.getString("status"), row.getInt("level"), row.getString("rule"), Rows.instant(row, "raised_at"), Rows.instant(row, "acknowledged_at"),
                Rows.instant(row, "decided_at"), Rows.instant(row, "closed_at"), row.getString("outcome"), row.getString("because"), row.getString("successor"),
                row.getBoolean("new_since_decision"));
    }
}
