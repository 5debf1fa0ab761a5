package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.ArrivedFeed;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.HeldFeed;
import org.earlyhelp.hub.intake.Stage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables delivery and delivery_error. Every change runs in the caller's transaction, if there is one. Thread-safe. */
@Repository
public class DeliveryStore implements Deliveries {
    static final String COLUMNS = """
            SELECT id, receipt, upload, agency, sender, feed, is_test, mapping, agreement, file_name, bytes, sha256, stage, reason,
                   duplicate_of, received_at, decided_at, records_done, accepted, unchanged, rejected, warnings
              FROM delivery
            """;
    private final JdbcClient sql;

    public DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is known of a new file; its content may be empty text for an upload that was cut. */
    public record Arrival(String receipt, String upload, String agency, String sender, String feed, boolean test, String fileName,
                          long bytes, String sha256, Stage stage, String reason, Instant receivedAt) {
        /** From the agency itself. */
        public Arrival(String receipt, String upload, String agency, String feed, boolean test, String fileName,
                       long bytes, String sha256, Stage stage, String reason, Instant receivedAt) {
            this(receipt, upload, agency, null, feed, test, fileName, bytes, sha256, stage, reason, receivedAt);
        }
    }

    /** Notes a new delivery. Empty when the receipt is already taken: try another. The upload must be new. */
    public Optional<Delivery> insert(Arrival arrival) {
        try {
            sql.sql("""
                    INSERT INTO delivery (receipt, upload, agency, sender, feed, lane, is_test, file_name, bytes, sha256, stage, reason, received_at, decided_at)
                    VALUES (:receipt, :upload, :agency, :sender, :feed, :lane, :test, :fileName, :bytes, :sha256, :stage, :reason, :receivedAt, :decidedAt)
                    ON CONFLICT ON CONSTRAINT delivery_receipt_unique DO NOTHING
                    """)
                    .param("receipt", arrival.receipt).param("upload", arrival.upload).param("agency", arrival.agency).param("sender", arrival.sender)
                    .param("feed", arrival.feed).param("lane", arrival.agency + "/" + arrival.feed).param("test", arrival.test)
                    .param("fileName", arrival.fileName).param("bytes", arrival.bytes).param("sha256", arrival.sha256)
                    .param("stage", arrival.stage.name()).param("reason", arrival.reason)
                    .param("receivedAt", Timestamp.from(arrival.receivedAt))
                    .param("decidedAt", arrival.stage.isDecided() ? Timestamp.from(arrival.receivedAt) : null).update();
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException("upload " + arrival.upload + " is already a delivery", e);
        }
        return find(arrival.receipt).filter(delivery -> delivery.upload().equals(arrival.upload));
    }

    @Override
    public Optional<Delivery> find(String receipt) {
        return sql.sql(COLUMNS + " WHERE receipt = ?").param(receipt).query(DeliveryStore::delivery).optional();
    }

    public Optional<Delivery> ofUpload(String upload) {
        return sql.sql(COLUMNS + " WHERE upload = ?").param(upload).query(DeliveryStore::delivery).optional();
    }

    @Override
    public List<Delivery> newest(String agency, String feed, int limit) {
        return sql.sql(COLUMNS + """
                 WHERE (:agency::text IS NULL OR agency = :agency) AND (:feed::text IS NULL OR feed = :feed)
                 ORDER BY id DESC LIMIT :limit
                """).param("agency", agency).param("feed", feed).param("limit", limit).query(DeliveryStore::delivery).list();
    }

    @Override
    public List<ArrivedFeed> arrived() {
        return sql.sql("SELECT agency, feed, count(*), max(received_at) FROM delivery WHERE NOT is_test GROUP BY agency, feed ORDER BY agency, feed")
                .query((row, i) -> new ArrivedFeed(row.getString(1), row.getString(2), row.getLong(3), row.getTimestamp(4).toInstant())).list();
    }

    /** The account's deliveries since then, oldest first, at most {@code limit} of the newest. */
    public List<Delivery> since(AccountName account, Instant since, int limit) {
        return sql.sql("SELECT * FROM (" + COLUMNS + """
                 WHERE agency = ? AND sender IS NOT DISTINCT FROM ? AND received_at >= ? ORDER BY id DESC LIMIT ?) newest ORDER BY id
                """).param(account.agency()).param(account.sender()).param(Timestamp.from(since)).param(limit).query(DeliveryStore::delivery).list();
    }

    public List<Delivery> undecided() {
        return sql.sql(COLUMNS + " WHERE stage = 'RECEIVED' ORDER BY id").query(DeliveryStore::delivery).list();
    }

    /** Deliveries that are decided but whose receipt may not be written. */
    public List<Delivery> unanswered() {
        return sql.sql(COLUMNS + " WHERE answered_at IS NULL AND stage <> 'RECEIVED' ORDER BY id").query(DeliveryStore::delivery).list();
    }

    @Override
    public long open() {
        return sql.sql("SELECT count(*) FROM delivery WHERE stage = 'RECEIVED' OR answered_at IS NULL").query(Long.class).single();
    }

    /** Another delivery of the same account and feed that took the same content and was not recalled. */
    public Optional<Delivery> sameContent(Delivery delivery) {
        return sql.sql(COLUMNS + """
                 WHERE agency = ? AND sender IS NOT DISTINCT FROM ? AND feed = ? AND sha256 = ? AND id <> ? AND stage IN ('ACCEPTED', 'PARTIAL') AND NOT is_test AND recalled_by IS NULL
                 ORDER BY id DESC LIMIT 1
                """).param(delivery.agency()).param(delivery.sender()).param(delivery.feed()).param(delivery.sha256()).param(delivery.id()).query(DeliveryStore::delivery).optional();
    }

    /** Whether another file of that feed was taken between the two deliveries. */
    public boolean tookOthersBetween(Delivery earlier, Delivery later) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM delivery WHERE agency = ? AND feed = ? AND id > ? AND id < ? AND sha256 <> ?
                                  AND stage IN ('ACCEPTED', 'PARTIAL') AND NOT is_test AND recalled_by IS NULL)
                """).params(earlier.agency(), earlier.feed(), earlier.id(), later.id(), earlier.sha256()).query(Boolean.class).single();
    }

    /** Counts one more start of work since the last progress; returns how many it are. */
    public int countStart(long id) {
        return sql.sql("UPDATE delivery SET starts = starts + 1 WHERE id = ? RETURNING starts").param(id).query(Integer.class).single();
    }

    /** Takes the count of a start back that only found that it has to wait for another file. */
    public void uncountStart(long id) {
        sql.sql("UPDATE delivery SET starts = greatest(starts - 1, 0) WHERE id = ?").param(id).update();
    }

    /** Counts one more failure since the last progress; returns how many it are. */
    public int countFailure(String upload) {
        return sql.sql("UPDATE delivery SET failures = failures + 1 WHERE upload = ? RETURNING failures").param(upload)
                .query(Integer.class).optional().orElse(0);
    }

    /** Notes under which mapping and agreement the file is taken. */
    public void taking(long id, String mapping, String agreement) {
        sql.sql("UPDATE delivery SET mapping = ?, agreement = ? WHERE id = ?").params(mapping, agreement, id).update();
    }

    /**
     * Notes progress in the transaction of the facts: items after {@code from} up to {@code upTo} are dealt with.
     *
     * @throws IllegalStateException when another run has come in between, so that this one must not count
     */
    public void progress(long id, long from, long upTo, Counts more) {
        int rows = sql.sql("""
                UPDATE delivery SET records_done = ?, accepted = accepted + ?, unchanged = unchanged + ?, rejected = rejected + ?,
                       warnings = warnings + ?, starts = 1, failures = 0 WHERE id = ? AND records_done = ? AND stage = 'RECEIVED'
                """).params(upTo, more.accepted(), more.unchanged(), more.rejected(), more.warnings(), id, from).update();
        if (rows == 0) {
            throw new IllegalStateException("delivery " + id + " was moved on from item " + from + " by another run; this one is given up");
        }
    }

    /**
     * Decides an undecided delivery and returns it as it then stands.
     *
     * @throws IllegalStateException when it is decided already
     */
    public Delivery decide(long id, Verdict verdict, Instant at) {
        int rows = sql.sql("""
                UPDATE delivery SET stage = :stage, reason = :reason, duplicate_of = :duplicateOf, held_for = :heldFor, decided_at = :at
                 WHERE id = :id AND stage = 'RECEIVED'
                """).param("stage", verdict.stage().name()).param("reason", verdict.reason()).param("duplicateOf", verdict.duplicateOf())
                .param("heldFor", verdict.heldFor() == null ? null : verdict.heldFor().name()).param("at", Timestamp.from(at)).param("id", id).update();
        Delivery now = sql.sql(COLUMNS + " WHERE id = ?").param(id).query(DeliveryStore::delivery).single();
        if (rows == 0) {
            throw new IllegalStateException("delivery " + now.receipt() + " is " + now.stage() + " and cannot become " + verdict.stage());
        }
        return now;
    }

    @Override
    public List<HeldFeed> held() {
        return sql.sql("SELECT agency, feed, count(*), min(received_at) FROM delivery WHERE held_for = 'AGREEMENT' GROUP BY agency, feed ORDER BY agency, feed")
                .query((row, i) -> new HeldFeed(row.getString(1), row.getString(2), row.getLong(3), row.getTimestamp(4).toInstant())).list();
    }

    /** The oldest deliveries of a feed that wait for an agreement or a mapping, at most {@code limit}. */
    public List<Delivery> waitingForAgreement(String agency, String feed, int limit) {
        return sql.sql(COLUMNS + " WHERE held_for = 'AGREEMENT' AND agency = ? AND feed = ? ORDER BY id LIMIT ?").params(agency, feed, limit)
                .query(DeliveryStore::delivery).list();
    }

    /** Lets a held delivery go on from where it stood; returns whether it was held. */
    public boolean release(long id) {
        return sql.sql("""
                UPDATE delivery SET stage = 'RECEIVED', reason = NULL, held_for = NULL, decided_at = NULL, answered_at = NULL, starts = 0, failures = 0
                 WHERE id = ? AND stage = 'HELD'
                """).param(id).update() > 0;
    }

    /** Lets a delivery go on that was set aside for an operator; returns whether it was. */
    public boolean releaseSetAside(String receipt) {
        return sql.sql("""
                UPDATE delivery SET stage = 'RECEIVED', reason = NULL, held_for = NULL, decided_at = NULL, answered_at = NULL, starts = 0, failures = 0
                 WHERE receipt = ? AND stage = 'HELD' AND held_for = 'OPERATOR'
                """).param(receipt).update() > 0;
    }

    /** Deliveries whose file is not named {@code name}, for whoever looks at the names themselves; the newest last. */
    public List<Delivery> notNamed(String name) {
        return sql.sql(COLUMNS + " WHERE file_name <> ? ORDER BY id").param(name).query(DeliveryStore::delivery).list();
    }

    /** Gives the sender's file another name. */
    public void rename(long id, String name) {
        sql.sql("UPDATE delivery SET file_name = ? WHERE id = ?").params(name, id).update();
    }

    public void answered(long id, Instant at) {
        sql.sql("UPDATE delivery SET answered_at = ? WHERE id = ?").params(Timestamp.from(at), id).update();
    }

    public void saveErrors(long deliveryId, List<DeliveryError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        sql.sql("""
                INSERT INTO delivery_error (delivery_id, line, record, field, code, severity, message, fix)
                SELECT :delivery, line, record, field, code, severity, message, fix
                  FROM unnest(:lines::bigint[], :records::bigint[], :fields::text[], :codes::text[], :severities::text[], :messages::text[], :fixes::text[])
                       AS e (line, record, field, code, severity, message, fix)
                """).param("delivery", deliveryId)
                .param("lines", errors.stream().map(DeliveryError::line).toArray(Long[]::new))
                .param("records", errors.stream().map(DeliveryError::record).toArray(Long[]::new))
                .param("fields", texts(errors, DeliveryError::field)).param("codes", texts(errors, DeliveryError::code))
                .param("severities", texts(errors, error -> error.warning() ? "warning" : "error"))
                .param("messages", texts(errors, DeliveryError::message)).param("fixes", texts(errors, DeliveryError::fix)).update();
    }

    @Override
    public List<DeliveryError> errorsOf(long deliveryId, int limit) {
        return sql.sql("""
                SELECT line, record, field, code, severity, message, fix FROM delivery_error
                 WHERE delivery_id = ? AND mended_at IS NULL ORDER BY line, record, ordinal LIMIT ?
                """).params(deliveryId, limit).query((row, n) -> new DeliveryError(row.getLong("line"), row.getLong("record"),
                row.getString("field"), row.getString("code"), row.getString("severity").equals("warning"),
                row.getString("message"), row.getString("fix"))).list();
    }

    /**
     * Counts rows of a decided delivery that were refused and are taken after all, and lets its sender be answered anew.
     *
     * @param records their places among the records of the file: what was said of them is true no longer
     * @param stored  what became of them: accepted and unchanged, and their warnings
     */
    public void mended(long id, Collection<Long> records, Counts stored, Instant at) {
        sql.sql("UPDATE delivery_error SET mended_at = ? WHERE delivery_id = ? AND record = ANY(?) AND severity = 'error' AND mended_at IS NULL")
                .params(Timestamp.from(at), id, records.toArray(Long[]::new)).update();
        sql.sql("""
                UPDATE delivery SET rejected = rejected - :rows, accepted = accepted + :accepted, unchanged = unchanged + :unchanged,
                       warnings = warnings + :warnings, answered_at = NULL,
                       stage = CASE WHEN rejected = :rows THEN 'ACCEPTED' WHEN :rows = 0 THEN stage ELSE 'PARTIAL' END
                 WHERE id = :id
                """).param("rows", records.size()).param("accepted", stored.accepted()).param("unchanged", stored.unchanged())
                .param("warnings", stored.warnings()).param("id", id).update();
    }

    /** Sets what a whole decided delivery came to when it was run again, and lets its sender be answered anew. {@code kept} warnings stay. */
    public void replayed(long id, Stage stage, String reason, Counts counts, List<DeliveryError> errors, Collection<String> kept, Instant at) {
        sql.sql("UPDATE delivery_error SET mended_at = ? WHERE delivery_id = ? AND mended_at IS NULL AND NOT code = ANY(?)")
                .params(Timestamp.from(at), id, kept.toArray(String[]::new)).update();
        saveErrors(id, errors);
        sql.sql("""
                UPDATE delivery SET stage = :stage, reason = :reason, accepted = :accepted, unchanged = :unchanged, rejected = :rejected,
                       warnings = :warnings + (SELECT count(*) FROM delivery_error e WHERE e.delivery_id = :id AND e.mended_at IS NULL AND e.code = ANY(:kept)),
                       answered_at = NULL WHERE id = :id AND stage IN ('ACCEPTED', 'PARTIAL', 'REJECTED')
                """).param("stage", stage.name()).param("reason", reason).param("accepted", counts.accepted()).param("unchanged", counts.unchanged())
                .param("rejected", counts.rejected()).param("warnings", counts.warnings()).param("kept", kept.toArray(String[]::new)).param("id", id).update();
    }

    public Optional<Delivery> find(long id) {
        return sql.sql(COLUMNS + " WHERE id = ?").param(id).query(DeliveryStore::delivery).optional();
    }

    /** How many errors and warnings of the delivery are kept. */
    public long errorCount(long deliveryId) {
        return sql.sql("SELECT count(*) FROM delivery_error WHERE delivery_id = ?").param(deliveryId).query(Long.class).single();
    }

    private static String[] texts(List<DeliveryError> errors, java.util.function.Function<DeliveryError, String> part) {
        return errors.stream().map(part).toArray(String[]::new);
    }

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Delivery(row.getLong("id"), row.getString("receipt"), row.getString("upload"), row.getString("agency"),
                row.getString("sender"), row.getString("feed"), row.getBoolean("is_test"), row.getString("mapping"), row.getString("agreement"),
                row.getString("file_name"), row.getLong("bytes"), row.getString("sha256"), Stage.valueOf(row.getString("stage")),
                row.getString("reason"), row.getString("duplicate_of"), row.getTimestamp("received_at").toInstant(),
                decided == null ? null : decided.toInstant(), row.getLong("records_done"),
                new Counts(row.getLong("accepted"), row.getLong("unchanged"), row.getLong("rejected"), row.getLong("warnings")));
    }
}
