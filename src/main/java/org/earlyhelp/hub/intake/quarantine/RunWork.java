package org.earlyhelp.hub.intake.quarantine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantineRun.State;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineRunStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.take.Decisions;
import org.earlyhelp.hub.intake.take.Failures;
import org.earlyhelp.hub.kernel.HubClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts and runs what was asked for, one run after another. A stop goes on where it stood. Thread-safe. */
@Component
class RunWork {
    /** So many failures without progress between them stop a run. */
    static final int FAILURES_LIMIT = 3;
    private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);
    private final QuarantineStore quarantine;
    private final QuarantineRunStore runs;
    private final DeliveryStore deliveries;
    private final Reread reread;
    private final RowRun rowRun;
    private final WholeRun wholeRun;
    private final Decisions decisions;
    private final HubClock clock;

    RunWork(QuarantineStore quarantine, QuarantineRunStore runs, DeliveryStore deliveries, Reread reread, RowRun rowRun, WholeRun wholeRun, Decisions decisions,
            HubClock clock) {
        this.quarantine = quarantine;
        this.runs = runs;
        this.deliveries = deliveries;
        this.reread = reread;
        this.rowRun = rowRun;
        this.wholeRun = wholeRun;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Works off everything that is asked for or started. Never throws for what a file holds; breaks off when its thread is interrupted. */
    synchronized void all() {
        for (Optional<QuarantineRun> run = runs.atWork(); run.isPresent() && !Thread.currentThread().isInterrupted(); run = runs.atWork()) {
            if (!goesOn(run.get())) {
                return;
            }
        }
    }

    /** False when it failed and is tried again later. */
    private boolean goesOn(QuarantineRun run) {
        try {
            step(run);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("quarantine run {} broke off and is tried again: {}", run.id(), Failures.causes(e));
            if (Failures.isPassing(e) || runs.failed(run.id()) < FAILURES_LIMIT) {
                return false;
            }
            runs.move(run.id(), run.state(), State.STOPPED, null, "It failed again and again; the log says where.", clock.now());
            return true;
        }
    }

    private void step(QuarantineRun run) {
        Optional<Long> next = run.isWhole() ? Optional.empty() : runs.nextDelivery(run);
        if (run.isWhole()) {
            whole(run);
        } else if (next.isPresent()) {
            rows(run, deliveries.find(next.get()).orElseThrow(), runs.undealtRows(run, next.get()));
        } else {
            end(run, null);
        }
    }

    private void rows(QuarantineRun run, Delivery delivery, List<Long> ids) {
        List<QuarantinedRow> rows = quarantine.rows(ids);
        List<QuarantinedRow> open = rows.stream().filter(row -> row.state() == QuarantinedRow.State.OPEN).toList();
        runs.dealt(run, rows.stream().filter(row -> row.state() != QuarantinedRow.State.OPEN).collect(Collectors.toMap(QuarantinedRow::id, row -> "WAS_" + row.state())));
        if (open.isEmpty()) {
            return;
        }
        Reread.Standing standing = reread.standing(delivery);
        if (standing instanceof Reread.Standing.Closed closed) {
            runs.dealt(run, open.stream().collect(Collectors.toMap(QuarantinedRow::id, row -> closed.code())));
        } else {
            rows(run, (Reread.Standing.Open) standing, open);
        }
    }

    private void rows(QuarantineRun run, Reread.Standing.Open open, List<QuarantinedRow> rows) {
        if (rows.stream().anyMatch(row -> row.kind().needsWholeFile())) {
            Came came = run.state() == State.COUNTING ? wholeRun.count(open, more -> { }) : wholeRun.run(open, more -> { });
            runs.dealt(run, rows.stream().collect(Collectors.toMap(QuarantinedRow::id, came::outcomeOf)));
        } else {
            rowRun.of(run, open, rows);
        }
        answer(run, open.delivery());
    }

    private void whole(QuarantineRun run) {
        Delivery delivery = deliveries.find(run.receipt()).orElseThrow();
        Reread.Standing standing = reread.standing(delivery);
        if (!(standing instanceof Reread.Standing.Open open)) {
            end(run, ((Reread.Standing.Closed) standing).why());
            return;
        }
        boolean counting = run.state() == State.COUNTING;
        runs.beginWhole(run, counting ? delivery.counts().records() : run.rows());
        Came came = counting ? wholeRun.count(open, more -> runs.progress(run, more, 0, 0)) : wholeRun.run(open, more -> runs.progress(run, more, 0, 0));
        if (counting) {
            runs.beginWhole(run, came.records());
        }
        runs.progress(run, 0, came.taken(), came.refused().size());
        end(run, came.refusal() == null ? null : came.refusal().verdict().reason());
        answer(run, delivery);
    }

    private void end(QuarantineRun run, String why) {
        boolean counting = run.state() == State.COUNTING;
        runs.move(run.id(), run.state(), counting && why == null ? State.COUNTED : State.DONE, null, why, clock.now());
    }

    /** The receipt says how things stand now. Where a crash cuts this short, the regular look at unanswered deliveries does it. */
    private void answer(QuarantineRun run, Delivery delivery) {
        if (run.state() == State.RUNNING) {
            decisions.answer(deliveries.find(delivery.receipt()).orElseThrow());
        }
    }
}
