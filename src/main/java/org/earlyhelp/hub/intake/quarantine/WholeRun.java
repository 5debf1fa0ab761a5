package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.QuarantinedRow.Refused;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.earlyhelp.hub.intake.storage.UndoStore;
import org.earlyhelp.hub.intake.take.DeliveryRun;
import org.earlyhelp.hub.intake.take.DeliveryTaking;
import org.earlyhelp.hub.intake.take.FactStore;
import org.earlyhelp.hub.intake.take.Judged;
import org.earlyhelp.hub.intake.take.WholeFileChecks;
import org.earlyhelp.hub.intake.take.WholeFileChecks.Refusal;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.person.AttendanceDay;
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
    private static final int PORTION_ROWS = 1_000;
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

    /**
     * What a run came to, or would.
     *
     * @param records all records met
     * @param refused the places of those that are refused
     * @param refusal why the whole file is refused; else null
     */
    record Came(long records, Set<Refused> refused, Refusal refusal) {
        long taken() {
            return refusal == null ? records - refused.size() : 0;
        }

        /** Whether the row would be taken, or was; if not, the code of its refusal. */
        String outcomeOf(QuarantinedRow row) {
            if (refusal != null) {
                return refusal.errors().isEmpty() ? "REJECTED" : refusal.errors().get(0).code();
            }
            return refused.stream().filter(place -> row.kind() == place.kind() && row.record() == place.record() && row.line() == place.line())
                    .map(Refused::code).findFirst().orElse(QuarantinedRow.State.TAKEN.name());
        }
    }

    private static final class Pass {
        final List<Placed> notices = new ArrayList<>();
        final Set<Refused> refused = new HashSet<>();
        final List<DeliveryError> errors = new ArrayList<>();
        AttendanceBatch marks = new AttendanceBatch();
        Counts stored = Counts.NONE;
        long records;
        long told;
        long warnings;

        boolean isFull() {
            return notices.size() >= PORTION_ROWS || marks.isFull();
        }

        void keep(Collection<DeliveryError> more) {
            errors.addAll(more.stream().limit(Math.max(0, DeliveryRun.KEPT_ERRORS_LIMIT - errors.size())).toList());
        }
    }

    /** Reads all of it and keeps nothing; {@code progress} hears of further records now and then. */
    Came count(Reread.Standing.Open open, LongConsumer progress) {
        Optional<Refusal> refusal = checks.ofContent(open.delivery(), open.feed(), open.time());
        return refusal.map(why -> new Came(0, Set.of(), why)).orElseGet(() -> came(pass(open, false, progress)));
    }

    /** Runs it and answers for it in the database; the caller tells the sender. */
    Came run(Reread.Standing.Open open, LongConsumer progress) {
        Optional<Refusal> refusal = checks.ofContent(open.delivery(), open.feed(), open.time());
        if (refusal.isPresent()) {
            return new Came(0, Set.of(), refusal.get());
        }
        Pass pass = pass(open, true, progress);
        transaction.executeWithoutResult(status -> settle(open, pass));
        return came(pass);
    }

    private static Came came(Pass pass) {
        return new Came(pass.records, pass.refused, null);
    }

    private Pass pass(Reread.Standing.Open open, boolean keep, LongConsumer progress) {
        Pass pass = new Pass();
        reread.each(open, at -> true, (item, judged) -> {
            take(pass, judged, open.delivery());
            if (pass.isFull()) {
                flush(open, pass, keep);
            }
            if (pass.records - pass.told >= PORTION_ROWS) {
                tell(pass, progress);
            }
        });
        flush(open, pass, keep);
        tell(pass, progress);
        return pass;
    }

    private static void take(Pass pass, Judged judged, Delivery delivery) {
        pass.records++;
        pass.warnings += judged.warnings();
        pass.keep(judged.errors());
        if (!judged.isTaken()) {
            pass.refused.add(judged.refused());
        } else if (judged.notice().fact() instanceof AttendanceDay day) {
            pass.marks.add(judged.notice(), day, delivery.id());
        } else {
            pass.notices.add(new Placed(judged.at(), judged.notice()));
        }
    }

    private static void tell(Pass pass, LongConsumer progress) {
        progress.accept(pass.records - pass.told);
        pass.told = pass.records;
    }

    /** Attendance waits for a full batch, as it did when the file was first taken: a batch knows a pupil by the newest key in it. */
    private void flush(Reread.Standing.Open open, Pass pass, boolean keep) {
        boolean isFirst = isFirst(open.delivery());
        if (keep && (!pass.notices.isEmpty() || !pass.marks.isEmpty())) {
            StoreResult stored = transaction.execute(status -> store(open, pass));
            pass.stored = pass.stored.plus(stored.counts());
            pass.keep(isFirst ? stored.warnings() : List.of());
        }
        pass.notices.clear();
        pass.marks = new AttendanceBatch();
    }

    /** Whoever stores holds the feed, and so does a recall: what is not undone now is not until this is committed. */
    private StoreResult store(Reread.Standing.Open open, Pass pass) {
        StoreResult stored = facts.store(open.delivery(), open.feed(), pass.notices, pass.marks);
        refuseUndone(open.delivery());
        return stored;
    }

    private void refuseUndone(Delivery delivery) {
        if (reread.isUndone(delivery)) {
            throw new IllegalStateException(delivery.receipt() + " was recalled while it was run again; it is left alone");
        }
    }

    private static boolean isFirst(Delivery delivery) {
        return delivery.counts().records() == 0;
    }

    private void settle(Reread.Standing.Open open, Pass pass) {
        Delivery delivery = open.delivery();
        undo.lock(delivery);
        refuseUndone(delivery);
        Counts counts = counts(delivery, pass);
        deliveries.taking(delivery.id(), open.feed().mapping().reference(), open.feed().terms().agreementRef());
        deliveries.replayed(delivery.id(), DeliveryTaking.stageOf(counts), null, counts, pass.errors, isFirst(delivery) ? List.of() : SAID_BY_STORING, clock.now());
        List<Long> taken = quarantine.open(new Choice(null, null, null, delivery.receipt(), null), QuarantineStore.ROWS_OF_A_FILE_LIMIT).stream()
                .filter(row -> came(pass).outcomeOf(row).equals(QuarantinedRow.State.TAKEN.name())).map(QuarantinedRow::id).toList();
        quarantine.taken(taken, clock.now());
        quarantine.keep(delivery.id(), pass.refused, clock.now());
    }

    /** What was unchanged then stays unchanged: it is the sender's receipt of that day. */
    private static Counts counts(Delivery delivery, Pass pass) {
        long rejected = pass.refused.size();
        long good = pass.records - rejected;
        if (isFirst(delivery)) {
            return new Counts(pass.stored.accepted(), pass.stored.unchanged(), rejected, pass.warnings + pass.stored.warnings());
        }
        long unchanged = Math.min(delivery.counts().unchanged(), good);
        return new Counts(good - unchanged, unchanged, rejected, pass.warnings);
    }
}
