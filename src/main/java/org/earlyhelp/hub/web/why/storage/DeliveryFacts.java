package org.earlyhelp.hub.web.why.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries and records by reference. */
public final class DeliveryFacts {
    private static final String DELIVERY = """
            SELECT id, receipt, agency, feed, is_test, mapping, agreement, bytes, sha256, stage, reason, duplicate_of, received_at, decided_at, answered_at,
                   accepted, unchanged, rejected, warnings, starts, held_for FROM delivery\s""";
    private final JdbcClient sql;

    public DeliveryFacts(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** One upload; what is not known yet is null. */
    public record Delivery(long id, String receipt, String agency, String feed, boolean test, String mapping, String agreement, long bytes, String sha256, String stage,
                           String reason, String duplicateOf, Instant receivedAt, Instant decidedAt, Instant answeredAt, long accepted, long unchanged, long rejected,
                           long warnings, int starts, String heldFor) {
    }

    /** Errors of one code; {@code line} is the first, {@code mended} how many are true no longer. */
    public record Errors(String code, String severity, String field, long count, long line, long mended) {
    }

    /** Refused rows that were run again and taken, and when the last was; {@code open}: those that still wait. */
    public record Mended(long taken, Instant last, long open) {
    }

    /** When the raw copy of a delivery was found damaged, and the receipt under which its content came since; null while it has not. */
    public record LostCopy(Instant foundAt, String cameAgain) {
    }

    /** One version of a record. */
    public record Held(long id, String evidence, int version, boolean current, Instant observedAt, Instant receivedAt, String receipt, boolean waits, Integer newest) {
    }

    /** Who a mention of a record is; {@code person} and {@code at} are null while nobody has looked. */
    public record Link(String role, int index, String person, String match, Instant at) {
    }

    /** A file that a restore left missing. */
    public record Missing(String agency, String feed, Instant receivedAt, Instant cameAt) {
    }

    /** The delivery of that receipt. */
    public Optional<Delivery> byReceipt(String receipt) {
        return sql.sql(DELIVERY + "WHERE receipt = ?").param(receipt).query(DeliveryFacts::delivery).optional();
    }

    /** Uploads of that name, the newest first. */
    public List<Delivery> byName(String agency, String feed, String name, int limit) {
        return sql.sql(DELIVERY + "WHERE agency = ? AND feed = ? AND file_name = ? ORDER BY id DESC LIMIT ?").params(agency, feed, name, limit)
                .query(DeliveryFacts::delivery).list();
    }

    /** What was said of it, the same together, the most frequent first. */
    public List<Errors> errors(long delivery, int limit) {
        return sql.sql("""
                SELECT code, severity, coalesce(field, '') AS field, count(*) AS count, coalesce(min(line), 0) AS line,
                       count(mended_at) AS mended FROM delivery_error WHERE delivery_id = ?
                 GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1, 3 LIMIT ?""").params(delivery, limit)
                .query((row, n) -> new Errors(row.getString("code"), row.getString("severity"), row.getString("field"), row.getLong("count"), row.getLong("line"),
                        row.getLong("mended"))).list();
    }

    /** How many of its refused rows were taken after all, when last, and how many are open. */
    public Mended mended(long delivery) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE state = 'TAKEN') AS taken, max(settled_at) FILTER (WHERE state = 'TAKEN') AS last, count(*) FILTER (WHERE state = 'OPEN') AS open
                  FROM quarantine_row WHERE delivery_id = ?""").param(delivery)
                .query((row, n) -> new Mended(row.getLong("taken"), Rows.instant(row, "last"), row.getLong("open"))).single();
    }

    /** What became of a delivery whose raw copy was damaged; empty for every other. */
    public Optional<LostCopy> lostCopy(long delivery) {
        return sql.sql("SELECT found_at, came_again FROM lost_copy WHERE delivery_id = ?").param(delivery)
                .query((row, n) -> new LostCopy(Rows.instant(row, "found_at"), row.getString("came_again"))).optional();
    }

    /** What stands as that delivery gave it, the first ones. */
    public List<Held> records(long delivery, int limit) {
        return held("WHERE r.delivery_id = ? ORDER BY r.id LIMIT ?", delivery, limit);
    }

    /** How many records stand as this delivery left them. */
    public long countRecords(long delivery) {
        return sql.sql("SELECT count(*) FROM record WHERE delivery_id = ?").param(delivery).query(Long.class).single();
    }

    /** Records of the delivery that nobody has matched yet. */
    public long waiting(long delivery) {
        return sql.sql("SELECT count(*) FROM record_work w JOIN record r ON r.id = w.record_id WHERE r.delivery_id = ?").param(delivery).query(Long.class).single();
    }

    /** Alerts that rest on a record of the delivery. */
    public List<String> alertsOfDelivery(long delivery, int limit) {
        return sql.sql("""
                SELECT DISTINCT a.ref FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                  JOIN alert a ON a.family_id = p.family_id
                 WHERE r.delivery_id = ? AND strpos(a.content::text, '"' || r.agency || '/' || r.feed || '/' || r.ref || '@' || r.version || '"') > 0 ORDER BY 1 LIMIT ?""")
                .params(delivery, limit).query(String.class).list();
    }

    /** That version of a record. */
    public Optional<Held> record(String agency, String feed, String ref, int version) {
        return held("WHERE r.agency = ? AND r.feed = ? AND r.ref = ? AND r.version = ?", agency, feed, ref, version).stream().findFirst();
    }

    /** The people it mentions, and as whom they were recognised. */
    public List<Link> links(long record) {
        return sql.sql("""
                SELECT m.role, m.index, p.ref, l.match, l.decided_at FROM mention m LEFT JOIN link l ON l.mention_id = m.id LEFT JOIN person p ON p.id = l.person_id
                 WHERE m.record_id = ? ORDER BY m.role, m.index""").param(record)
                .query((row, n) -> new Link(row.getString("role"), row.getInt("index"), row.getString("ref"), row.getString("match"), Rows.instant(row, "decided_at"))).list();
    }

    /** A file that a restore lost, whether it came again or not. */
    public Optional<Missing> missing(String receipt) {
        return sql.sql("SELECT agency, feed, received_at, came_at FROM resend_file WHERE receipt = ?").param(receipt)
                .query((row, n) -> new Missing(row.getString("agency"), row.getString("feed"), Rows.instant(row, "received_at"), Rows.instant(row, "came_at"))).optional();
    }

    private List<Held> held(String where, Object... parameters) {
        return sql.sql("""
                SELECT r.id, r.agency || '/' || r.feed || '/' || r.ref || '@' || r.version AS evidence, r.version, r.is_current, r.observed_at, r.received_at, d.receipt,
                       EXISTS (SELECT FROM record_work w WHERE w.record_id = r.id) AS waits,
                       (SELECT max(n.version) FROM record n WHERE n.agency = r.agency AND n.feed = r.feed AND n.source_ref = r.source_ref) AS newest
                  FROM record r JOIN delivery d ON d.id = r.delivery_id\s""" + where).params(parameters)
                .query((row, n) -> new Held(row.getLong("id"), row.getString("evidence"), row.getInt("version"), row.getBoolean("is_current"), Rows.instant(row, "observed_at"),
                        Rows.instant(row, "received_at"), row.getString("receipt"), row.getBoolean("waits"), row.getInt("newest"))).list();
    }

    private static Delivery delivery(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Delivery(row.getLong("id"), row.getString("receipt"), row.getString("agency"), row.getString("feed"), row.getBoolean("is_test"), row.getString("mapping"),
                row.getString("agreement"), row.getLong("bytes"), row.getString("sha256"), row.getString("stage"), row.getString("reason"), row.getString("duplicate_of"),
                Rows.instant(row, "received_at"), Rows.instant(row, "decided_at"), Rows.instant(row, "answered_at"), row.getLong("accepted"), row.getLong("unchanged"),
                row.getLong("rejected"), row.getLong("warnings"), row.getInt("starts"), row.getString("held_for"));
    }
}
