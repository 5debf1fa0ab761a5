package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Attempt;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.QuarantinedRow.Group;
import org.earlyhelp.hub.intake.QuarantinedRow.Kind;
import org.earlyhelp.hub.intake.QuarantinedRow.Refused;
import org.earlyhelp.hub.intake.QuarantinedRow.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was refused. Every change runs in the caller's transaction, if there is one. Thread-safe. */
@Repository
public class QuarantineStore {
    /** So many rows of one file are kept to be run singly; beyond, the whole delivery is run again. */
    public static final int ROWS_OF_A_FILE_LIMIT = 10_000;
    private static final String SELECT = """
            SELECT q.id, q.delivery_id, d.receipt, d.agency, d.feed, q.kind, q.line, q.record, q.field, q.code, q.state, q.since, q.settled_at,
                   (SELECT c.sealed IS NOT NULL FROM quarantine_correction c WHERE c.row_id = q.id ORDER BY c.id DESC LIMIT 1) AS corrected
              FROM quarantine_row q JOIN delivery d ON d.id = q.delivery_id
            """;
    private static final String CHOSEN = """
             (:agency::text IS NULL OR d.agency = :agency) AND (:feed::text IS NULL OR d.feed = :feed) AND (:code::text IS NULL OR q.code = :code)
             AND (:receipt::text IS NULL OR d.receipt = :receipt) AND (cardinality(:ids::bigint[]) = 0 OR q.id = ANY(:ids::bigint[]))
            """;
    private static final Long[] NONE = {0L};
    private final JdbcClient sql;
    private final CorrectionStore corrections;

    public QuarantineStore(JdbcClient sql, CorrectionStore corrections) {
        this.sql = sql;
        this.corrections = corrections;
    }

    /** Keeps what was refused of a delivery; what is there already is open again. Nothing beyond the limit of a file. */
    public void keep(long deliveryId, Collection<Refused> refused, Instant now) {
        if (refused.isEmpty()) {
            return;
        }
        sql.sql("""
                INSERT INTO quarantine_row (delivery_id, kind, line, record, field, code, since)
                SELECT :delivery, kind, line, record, field, code, :now
                  FROM unnest(:kinds::text[], :lines::bigint[], :records::bigint[], :fields::text[], :codes::text[]) WITH ORDINALITY
                       AS r (kind, line, record, field, code, place)
                 WHERE place + (SELECT count(*) FROM quarantine_row WHERE delivery_id = :delivery) <= :most ORDER BY place
                ON CONFLICT ON CONSTRAINT quarantine_row_place_unique DO UPDATE
                   SET state = 'OPEN', settled_at = NULL, field = EXCLUDED.field, code = EXCLUDED.code
                """).param("delivery", deliveryId).param("now", Timestamp.from(now)).param("most", ROWS_OF_A_FILE_LIMIT)
                .param("kinds", refused.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .param("lines", refused.stream().map(Refused::line).toArray(Long[]::new))
                .param("records", refused.stream().map(Refused::record).toArray(Long[]::new))
                .param("fields", refused.stream().map(Refused::field).toArray(String[]::new))
                .param("codes", refused.stream().map(Refused::code).toArray(String[]::new)).update();
    }

    /** Notes which of the refused rows could be read after all and which could not: one place is one row. Before {@link #keep}. */
    public void keepKinds(long deliveryId, Collection<Refused> refused) {
        List<Refused> rows = refused.stream().filter(row -> !row.kind().needsWholeFile()).toList();
        sql.sql("""
                UPDATE quarantine_row q SET kind = r.kind
                  FROM unnest(:kinds::text[], :lines::bigint[], :records::bigint[]) AS r (kind, line, record)
                 WHERE q.delivery_id = :delivery AND q.line = r.line AND q.record = r.record AND q.kind IN ('ROW', 'BROKEN') AND q.kind <> r.kind
                   AND NOT EXISTS (SELECT FROM quarantine_row o WHERE o.delivery_id = q.delivery_id AND o.line = q.line AND o.record = q.record AND o.kind = r.kind)
                """).param("delivery", deliveryId).param("kinds", rows.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .param("lines", rows.stream().map(Refused::line).toArray(Long[]::new)).param("records", rows.stream().map(Refused::record).toArray(Long[]::new)).update();
    }

    /** A row or whole file, whatever became of it. */
    public Optional<QuarantinedRow> row(long id) {
        return sql.sql(SELECT + " WHERE q.id = ?").param(id).query(QuarantineStore::row).optional();
    }

    /** Those rows, in the order of arrival. */
    public List<QuarantinedRow> rows(Collection<Long> ids) {
        return sql.sql(SELECT + " WHERE q.id = ANY(?) ORDER BY q.delivery_id, q.record, q.id").param(ids.toArray(Long[]::new)).query(QuarantineStore::row).list();
    }

    /** The rows of a choice in the order of arrival, at most {@code limit}. */
    public List<QuarantinedRow> open(Choice choice, int limit) {
        return chosen(SELECT + " WHERE q.state = 'OPEN' AND " + CHOSEN + " ORDER BY q.delivery_id, q.record, q.id LIMIT :limit", choice)
                .param("limit", limit).query(QuarantineStore::row).list();
    }

    /** Every row of a delivery, open or not, in the order of the file, at most {@code limit}. */
    public List<QuarantinedRow> ofDelivery(long deliveryId, int limit) {
        return sql.sql(SELECT + " WHERE q.delivery_id = ? ORDER BY q.record, q.id LIMIT ?").params(deliveryId, limit).query(QuarantineStore::row).list();
    }

    /** Whether a whole file was refused for what it holds. */
    public boolean hasFile(long deliveryId) {
        return sql.sql("SELECT EXISTS (SELECT FROM quarantine_row WHERE delivery_id = ? AND kind = 'FILE')").param(deliveryId).query(Boolean.class).single();
    }

    /** How many rows of that choice are open. */
    public long countOpen(Choice choice) {
        return chosen("SELECT count(*) FROM quarantine_row q JOIN delivery d ON d.id = q.delivery_id WHERE q.state = 'OPEN' AND " + CHOSEN, choice)
                .query(Long.class).single();
    }

    /** Open rows by feed and reason, the most first. */
    public List<Group> groups() {
        return sql.sql("""
                SELECT d.agency, d.feed, q.code, count(*), count(DISTINCT q.delivery_id), min(q.since) FROM quarantine_row q JOIN delivery d ON d.id = q.delivery_id
                 WHERE q.state = 'OPEN' GROUP BY d.agency, d.feed, q.code ORDER BY count(*) DESC, d.agency, d.feed, q.code""")
                .query((row, n) -> new Group(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5), row.getTimestamp(6).toInstant())).list();
    }

    /** Notes that rows were taken; returns how many were open until now. */
    public int taken(Collection<Long> ids, Instant now) {
        return settle(ids, State.TAKEN, now);
    }

    /** Notes that the raw copy of the upload is no more: what was corrected goes with it. */
    public void gone(String upload, Instant now) {
        List<Long> ids = sql.sql("SELECT q.id FROM quarantine_row q JOIN delivery d ON d.id = q.delivery_id WHERE d.upload = ?").param(upload).query(Long.class).list();
        settle(ids, State.GONE, now);
        corrections.forget(ids);
    }

    private int settle(Collection<Long> ids, State state, Instant now) {
        return ids.isEmpty() ? 0 : sql.sql("UPDATE quarantine_row SET state = ?, settled_at = ? WHERE id = ANY(?) AND state = 'OPEN'")
                .params(state.name(), Timestamp.from(now), ids.toArray(Long[]::new)).update();
    }

    /** Each time the row was run, the newest first. */
    public List<Attempt> attempts(long row) {
        return sql.sql("""
                SELECT r.id, coalesce(r.ended_at, r.started_at), r.started_by, p.outcome FROM quarantine_run_row p JOIN quarantine_run r ON r.id = p.run_id
                 WHERE p.row_id = ? AND p.outcome IS NOT NULL ORDER BY r.id DESC""").param(row)
                .query((found, n) -> new Attempt(found.getLong(1), found.getTimestamp(2).toInstant(), found.getString(3), found.getString(4))).list();
    }

    private JdbcClient.StatementSpec chosen(String select, Choice choice) {
        return sql.sql(select).param("agency", choice.agency()).param("feed", choice.feed()).param("code", choice.code()).param("receipt", choice.receipt())
                .param("ids", choice.ids() == null ? new Long[0] : choice.ids().isEmpty() ? NONE : choice.ids().toArray(Long[]::new));
    }

    private static QuarantinedRow row(ResultSet row, int number) throws SQLException {
        Timestamp settled = row.getTimestamp("settled_at");
        return new QuarantinedRow(row.getLong("id"), row.getLong("delivery_id"), row.getString("receipt"), row.getString("agency"), row.getString("feed"),
                Kind.valueOf(row.getString("kind")), row.getLong("line"), row.getLong("record"), row.getString("field"), row.getString("code"),
                State.valueOf(row.getString("state")), row.getTimestamp("since").toInstant(), settled == null ? null : settled.toInstant(), row.getBoolean("corrected"));
    }
}
