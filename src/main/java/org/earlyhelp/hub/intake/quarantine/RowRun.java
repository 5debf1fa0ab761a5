package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineRunStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.earlyhelp.hub.intake.take.FactStore;
import org.earlyhelp.hub.intake.take.Judged;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.person.AttendanceDay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts or runs chosen rows of one delivery. Each portion commits its facts, counts, outcomes and progress together, so that
 * a crash repeats nothing. Thread-safe.
 */
@Component
class RowRun {
    private static final String TAKEN = QuarantinedRow.State.TAKEN.name();
    /** What became of a row that the layout no longer finds where it was. */
    static final String NOT_FOUND = "NOT_FOUND";
    private static final int PORTION_ROWS = 1_000;
    private final Reread reread;
    private final QuarantineStore quarantine;
    private final QuarantineRunStore runs;
    private final DeliveryStore deliveries;
    private final FactStore facts;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    RowRun(Reread reread, QuarantineStore quarantine, QuarantineRunStore runs, DeliveryStore deliveries, FactStore facts, HubClock clock,
           TransactionTemplate transaction) {
        this.reread = reread;
        this.quarantine = quarantine;
        this.runs = runs;
        this.deliveries = deliveries;
        this.facts = facts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What is read and waits for its transaction. */
    private static final class Portion {
        final Map<Long, String> outcomes = new LinkedHashMap<>();
        final Map<Long, Long> records = new HashMap<>();
        final List<Placed> notices = new ArrayList<>();
        final AttendanceBatch marks = new AttendanceBatch();
        final List<DeliveryError> warnings = new ArrayList<>();
    }

    void of(QuarantineRun run, Reread.Standing.Open open, List<QuarantinedRow> rows) {
        Map<Long, QuarantinedRow> left = rows.stream().collect(Collectors.toMap(QuarantinedRow::record, Function.identity(), (one, other) -> one));
        Consumer<Portion> settle = run.state() == QuarantineRun.State.COUNTING ? portion -> runs.dealt(run, portion.outcomes) : portion -> commit(run, open, portion);
        Portion[] portion = {new Portion()};
        reread.each(open, at -> left.containsKey(at.record()) && Reread.isAt(at, left.get(at.record())), (item, judged) -> {
            add(portion[0], left.remove(item.at().record()), judged, open);
            if (portion[0].outcomes.size() == PORTION_ROWS) {
                settle.accept(portion[0]);
                portion[0] = new Portion();
            }
        });
        left.values().forEach(row -> portion[0].outcomes.put(row.id(), NOT_FOUND));
        settle.accept(portion[0]);
    }

    private static void add(Portion portion, QuarantinedRow row, Judged judged, Reread.Standing.Open open) {
        if (!judged.isTaken()) {
            portion.outcomes.put(row.id(), judged.refused().code());
            return;
        }
        portion.outcomes.put(row.id(), TAKEN);
        portion.records.put(row.id(), row.record());
        portion.warnings.addAll(judged.errors());
        if (judged.notice().fact() instanceof AttendanceDay day) {
            portion.marks.add(judged.notice(), day, open.delivery().id());
        } else {
            portion.notices.add(new Placed(judged.at(), judged.notice()));
        }
    }

    private void commit(QuarantineRun run, Reread.Standing.Open open, Portion portion) {
        transaction.executeWithoutResult(status -> {
            runs.dealt(run, portion.outcomes);
            if (portion.records.isEmpty()) {
                return;
            }
            if (quarantine.taken(portion.records.keySet(), clock.now()) < portion.records.size()) {
                throw new IllegalStateException("rows of run " + run.id() + " were taken by another run in between");
            }
            StoreResult stored = facts.store(open.delivery(), open.feed(), portion.notices, portion.marks);
            if (reread.isUndone(open.delivery())) {
                throw new IllegalStateException(open.delivery().receipt() + " was recalled while rows of it were run; they are left alone");
            }
            List<DeliveryError> warnings = new ArrayList<>(portion.warnings);
            warnings.addAll(stored.warnings());
            deliveries.mended(open.delivery().id(), portion.records.values(), withWarnings(stored, warnings.size()), clock.now());
            deliveries.saveErrors(open.delivery().id(), warnings);
        });
    }

    private static Counts withWarnings(StoreResult stored, long warnings) {
        return new Counts(stored.counts().accepted(), stored.counts().unchanged(), 0, warnings);
    }
}
