package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineRunStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.earlyhelp.hub.intake.take.FactStore;
import org.earlyhelp.hub.intake.take.Judged;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts or runs chosen rows of one delivery. A row counts at its place in the file: what stands below it of the same thing goes
 * over it. Each portion commits its facts, counts, outcomes and progress together, so that a crash repeats nothing. Thread-safe.
 */
@Component
class RowRun {
    /** What became of a row that the layout no longer finds where it was. */
    static final String NOT_FOUND = "NOT_FOUND";
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

    void of(QuarantineRun run, Reread.Standing.Open open, List<QuarantinedRow> rows) {
        Pass pass = new Pass(run, open, rows);
        reread.each(open, pass::isWanted, pass::take);
        pass.end();
    }

    /** One reading of the file. */
    private final class Pass {
        private final QuarantineRun run;
        private final Reread.Standing.Open open;
        private final Map<SourceLocation, QuarantinedRow> rows;
        private final Set<SourceLocation> left;
        /** The things of which a row was taken in this pass, or by this run before a crash. */
        private final Set<String> mended = new HashSet<>();
        private final Set<SourceLocation> takenBefore;
        private final Set<SourceLocation> untaken;
        private RowPortion portion;

        Pass(QuarantineRun run, Reread.Standing.Open open, List<QuarantinedRow> rows) {
            this.run = run;
            this.open = open;
            this.rows = rows.stream().collect(Collectors.toMap(RowRun::placeOf, Function.identity(), (one, other) -> one));
            this.left = new HashSet<>(this.rows.keySet());
            this.untaken = quarantine.open(new Choice(null, null, null, open.delivery().receipt(), null), QuarantineStore.ROWS_OF_A_FILE_LIMIT).stream()
                    .map(RowRun::placeOf).collect(Collectors.toSet());
            this.takenBefore = quarantine.rows(runs.takenRows(run, open.delivery().id())).stream().map(RowRun::placeOf).collect(Collectors.toSet());
            this.portion = new RowPortion(open.delivery().id());
            rows.stream().filter(row -> this.rows.get(placeOf(row)) != row).forEach(row -> portion.outcomes.put(row.id(), NOT_FOUND));
        }

        /** Below a row that was taken, everything: it may be of the same thing. */
        boolean isWanted(SourceLocation at) {
            return rows.containsKey(at) || takenBefore.contains(at) || !mended.isEmpty() && !untaken.contains(at);
        }

        void take(Judged judged, Judged told) {
            QuarantinedRow row = rows.get(judged.at());
            if (row == null) {
                if (judged.isTaken()) {
                    below(judged);
                }
                return;
            }
            if (left.remove(judged.at()) && portion.isFullFor(judged)) {
                settle();
            }
            portion.add(row, judged);
            if (judged.isTaken() && !isCounting() && untaken.size() < QuarantineStore.ROWS_OF_A_FILE_LIMIT) {
                mended.add(judged.notice().sourceRef());
            }
        }

        private void below(Judged judged) {
            String ref = judged.notice().sourceRef();
            if (mended.contains(ref)) {
                portion.addLater(judged);
            } else if (takenBefore.contains(judged.at())) {
                mended.add(ref);
            }
        }

        void end() {
            left.forEach(place -> portion.outcomes.put(rows.get(place).id(), NOT_FOUND));
            settle();
        }

        private void settle() {
            if (isCounting()) {
                runs.dealt(run, portion.outcomes);
            } else {
                commit(run, open, portion);
            }
            portion = new RowPortion(open.delivery().id());
        }

        private boolean isCounting() {
            return run.state() == QuarantineRun.State.COUNTING;
        }
    }

    private static SourceLocation placeOf(QuarantinedRow row) {
        return new SourceLocation(row.line(), row.record());
    }

    private void commit(QuarantineRun run, Reread.Standing.Open open, RowPortion portion) {
        transaction.executeWithoutResult(status -> {
            runs.dealt(run, portion.outcomes);
            if (portion.records.isEmpty() && portion.later.isEmpty()) {
                return;
            }
            if (quarantine.taken(portion.records.keySet(), clock.now()) < portion.records.size()) {
                throw new IllegalStateException("rows of run " + run.id() + " were taken by another run in between");
            }
            StoreResult stored = facts.store(open.delivery(), open.feed(), portion.mended.notices, portion.mended.marks);
            facts.store(open.delivery(), open.feed(), portion.later.notices, portion.later.marks);
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
