package org.earlyhelp.hub.intake.quarantine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.earlyhelp.hub.intake.storage.UndoStore;
import org.earlyhelp.hub.intake.take.DeliveryTaking;
import org.earlyhelp.hub.intake.take.FactStore;
import org.earlyhelp.hub.intake.take.WholeFileChecks;
import org.earlyhelp.hub.intake.take.WholeFileChecks.Refusal;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a whole decided delivery again, under its own number, so that whatever came later goes on to count more. What is held
 * stays as it is; what its layout takes now and did not take then comes in addition. Thread-safe.
 */
@Component
class WholeRun {
    /** What storing alone can say; it was said when the delivery was first taken and stays true. */
    private static final List<String> SAID_BY_STORING = List.of("ERASED", "OLDER_THAN_HELD", "VERSION_REUSED", "NO_ROWS");
    private final Reread reread;
    private final WholeFileChecks checks;
    private final QuarantineStore quarantine;
    private final DeliveryStore deliveries;
    private final FactStore facts;
    private final UndoStore undo;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    WholeRun(Reread reread, WholeFileChecks checks, QuarantineStore quarantine, DeliveryStore deliveries, FactStore facts, UndoStore undo, HubClock clock,
             TransactionTemplate transaction) {
        this.reread = reread;
        this.checks = checks;
        this.quarantine = quarantine;
        this.deliveries = deliveries;
        this.facts = facts;
        this.undo = undo;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Reads all of it and keeps nothing; {@code progress} hears of further records now and then. */
    Came count(Reread.Standing.Open open, LongConsumer progress) {
        Optional<Refusal> refusal = checks.ofContent(open.delivery(), open.feed(), open.time());
        return refusal.map(why -> new Came(0, Set.of(), why)).orElseGet(() -> pass(open, false, progress).came());
    }

    /** Runs it and answers for it in the database; the caller tells the sender. */
    Came run(Reread.Standing.Open open, LongConsumer progress) {
        Optional<Refusal> refusal = checks.ofContent(open.delivery(), open.feed(), open.time());
        if (refusal.isPresent()) {
            return new Came(0, Set.of(), refusal.get());
        }
        WholePass pass = pass(open, true, progress);
        transaction.executeWithoutResult(status -> settle(open, pass));
        return pass.came();
    }

    private WholePass pass(Reread.Standing.Open open, boolean keep, LongConsumer progress) {
        WholePass pass = new WholePass(open.delivery());
        reread.each(open, at -> true, (now, told) -> {
            pass.take(now, told);
            if (pass.isFull()) {
                flush(open, pass, keep);
            }
            pass.tell(WholePass.PORTION_ROWS, progress);
        });
        flush(open, pass, keep);
        pass.tell(1, progress);
        return pass;
    }

    /** Attendance waits for a full batch, as it did when the file was first taken: a batch knows a pupil by the newest key in it. */
    private void flush(Reread.Standing.Open open, WholePass pass, boolean keep) {
        if (keep && (!pass.notices.isEmpty() || !pass.marks.isEmpty())) {
            StoreResult stored = transaction.execute(status -> store(open, pass));
            pass.stored = pass.stored.plus(stored.counts());
            pass.keep(pass.isFirst() ? stored.warnings() : List.of());
        }
        pass.notices.clear();
        pass.marks = new AttendanceBatch();
    }

    /** Whoever stores holds the feed, and so does a recall: what is not undone now is not until this is committed. */
    private StoreResult store(Reread.Standing.Open open, WholePass pass) {
        StoreResult stored = facts.store(open.delivery(), open.feed(), pass.notices, pass.marks);
        refuseUndone(open.delivery());
        return stored;
    }

    private void refuseUndone(Delivery delivery) {
        if (reread.isUndone(delivery)) {
            throw new IllegalStateException(delivery.receipt() + " was recalled while it was run again; it is left alone");
        }
    }

    private void settle(Reread.Standing.Open open, WholePass pass) {
        Delivery delivery = open.delivery();
        undo.lock(delivery);
        refuseUndone(delivery);
        Counts counts = pass.counts();
        deliveries.taking(delivery.id(), open.feed().mapping().reference(), open.feed().terms().agreementRef());
        deliveries.replayed(delivery.id(), DeliveryTaking.stageOf(counts), null, counts, pass.errors, pass.isFirst() ? List.of() : SAID_BY_STORING, clock.now());
        Came came = pass.came();
        List<Long> taken = quarantine.open(new Choice(null, null, null, delivery.receipt(), null), QuarantineStore.ROWS_OF_A_FILE_LIMIT).stream()
                .filter(row -> came.outcomeOf(row).equals(QuarantinedRow.State.TAKEN.name())).map(QuarantinedRow::id).toList();
        quarantine.taken(taken, clock.now());
        quarantine.keepKinds(delivery.id(), pass.refused);
        quarantine.keep(delivery.id(), pass.refused, clock.now());
    }
}
