package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.Stage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes a delivery and what was said of it, step by step; {@link DeliveryLists} asks for many. Every change runs in the
 * caller's transaction, if there is one. Thread-safe.
 */
@Repository
public class DeliveryStore {
    private static final String GOES_ON = "UPDATE delivery SET stage = 'RECEIVED', reason = NULL, held_for = NULL, decided_at = NULL, answered_at = NULL, starts = 0, failures = 0";
    private final JdbcClient sql;
    private final DeliveryErrorRows errors;

    public DeliveryStore(JdbcClient sql) {
        this.sql = sql;
        this.errors = new DeliveryErrorRows(sql);
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

    /** The delivery of that receipt. */
    public Optional<Delivery> find(String receipt) {
        return sql.sql(DeliveryRow.SELECT + " WHERE receipt = ?").param(receipt).query(DeliveryRow::of).optional();
    }

    /** The delivery of that id. */
    public Optional<Delivery> find(long id) {
        return sql.sql(DeliveryRow.SELECT + " WHERE id = ?").param(id).query(DeliveryRow::of).optional();
    }

    /** The delivery that the upload became; the same upload is never two. */
    public Optional<Delivery> ofUpload(String upload) {
        return sql.sql(DeliveryRow.SELECT + " WHERE upload = ?").param(upload).query(DeliveryRow::of).optional();
    }

    /** Where the account's last file of that feed stands that came before, tests apart; null when there is none. */
    public Stage before(Delivery delivery) {
        return sql.sql("SELECT stage FROM delivery WHERE agency = ? AND sender IS NOT DISTINCT FROM ? AND feed = ? AND id < ? AND NOT is_test ORDER BY id DESC LIMIT 1")
                .param(delivery.agency()).param(delivery.sender()).param(delivery.feed()).param(delivery.id()).query(String.class).optional().map(Stage::valueOf).orElse(null);
    }

    /** Counts one more start of work since the last progress; returns how many there are. */
    public int countStart(long id) {
        return sql.sql("UPDATE delivery SET starts = starts + 1 WHERE id = ? RETURNING starts").param(id).query(Integer.class).single();
    }

    /** Takes the count of a start back that broke off by no fault of the file. */
    public void uncountStart(String upload) {
        sql.sql("UPDATE delivery SET starts = greatest(starts - 1, 0) WHERE upload = ?").param(upload).update();
    }

    /** Counts one more failure since the last progress; returns how many there are. */
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
        Delivery now = sql.sql(DeliveryRow.SELECT + " WHERE id = ?").param(id).query(DeliveryRow::of).single();
        if (rows == 0) {
            throw new IllegalStateException("delivery " + now.receipt() + " is " + now.stage() + " and cannot become " + verdict.stage());
        }
        return now;
    }

    /** Lets a held delivery go on from where it stood; returns whether it was held. */
    public boolean release(long id) {
        return sql.sql(GOES_ON + " WHERE id = ? AND stage = 'HELD'").param(id).update() > 0;
    }

    /** Lets a delivery go on that was set aside for an operator; returns whether it was. */
    public boolean releaseSetAside(String receipt) {
        return sql.sql(GOES_ON + " WHERE receipt = ? AND stage = 'HELD' AND held_for = 'OPERATOR'").param(receipt).update() > 0;
    }

    /** Gives the sender's file another name. */
    public void rename(long id, String name) {
        sql.sql("UPDATE delivery SET file_name = ? WHERE id = ?").params(name, id).update();
    }

    /** Notes that its receipt is written. */
    public void answered(long id, Instant at) {
        sql.sql("UPDATE delivery SET answered_at = ? WHERE id = ?").params(Timestamp.from(at), id).update();
    }

    /**
     * Counts rows of a decided delivery that were refused and are taken after all, and lets its sender be answered anew.
     *
     * @param records their places among the records of the file: what was said of them is true no longer
     * @param stored  what became of them: accepted and unchanged, and their warnings
     */
    public void mended(long id, Collection<Long> records, Counts stored, Instant at) {
        errors.mend(id, records, at);
        sql.sql("""
                UPDATE delivery SET rejected = rejected - :rows, accepted = accepted + :accepted, unchanged = unchanged + :unchanged,
                       warnings = warnings + :warnings, answered_at = NULL,
                       stage = CASE WHEN rejected = :rows THEN 'ACCEPTED' WHEN :rows = 0 THEN stage ELSE 'PARTIAL' END
                 WHERE id = :id
                """).param("rows", records.size()).param("accepted", stored.accepted()).param("unchanged", stored.unchanged())
                .param("warnings", stored.warnings()).param("id", id).update();
    }

    /** Sets what a whole decided delivery came to when it was run again, and lets its sender be answered anew. {@code kept} warnings stay. */
    public void replayed(long id, Stage stage, String reason, Counts counts, List<DeliveryError> said, Collection<String> kept, Instant at) {
        errors.mendAllBut(id, kept, at);
        errors.add(id, said);
        sql.sql("""
                UPDATE delivery SET stage = :stage, reason = :reason, accepted = :accepted, unchanged = :unchanged, rejected = :rejected,
                       warnings = :warnings + (SELECT count(*) FROM delivery_error e WHERE e.delivery_id = :id AND e.mended_at IS NULL AND e.code = ANY(:kept)),
                       answered_at = NULL WHERE id = :id AND stage IN ('ACCEPTED', 'PARTIAL', 'REJECTED')
                """).param("stage", stage.name()).param("reason", reason).param("accepted", counts.accepted()).param("unchanged", counts.unchanged())
                .param("rejected", counts.rejected()).param("warnings", counts.warnings()).param("kept", kept.toArray(String[]::new)).param("id", id).update();
    }

    /** Keeps what is said of it to its sender. */
    public void saveErrors(long deliveryId, List<DeliveryError> said) {
        errors.add(deliveryId, said);
    }

    /** Whether something is said of it under one of these codes. */
    public boolean isSaidOf(long deliveryId, Collection<String> codes) {
        return errors.isSaid(deliveryId, codes);
    }

    /** How many errors and warnings of the delivery are kept. */
    public long errorCount(long deliveryId) {
        return errors.count(deliveryId);
    }
}
