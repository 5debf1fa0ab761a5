package org.earlyhelp.hub.intake.quarantine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantineRun.State;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineRunStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.take.Decisions;
import org.earlyhelp.hub.intake.take.Failures;
import org.earlyhelp.hub.kernel.HubClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what was refused again: asked for, counted without keeping anything, started by somebody's word, and worked off in the
 * background by {@link #work}. A stop goes on where it stood. Thread-safe.
 */
@Component
public class QuarantineRuns {
    /** So many rows at most go into one run; the others into the next. */
    public static final int RUN_ROWS_LIMIT = 100_000;
    /** So many failures without progress between them stop a run. */
    public static final int FAILURES_LIMIT = 3;
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineRuns.class);
    private final QuarantineStore quarantine;
    private final QuarantineRunStore runs;
    private final DeliveryStore deliveries;
    private final Reread reread;
    private final RowRun rowRun;
    private final WholeRun wholeRun;
    private final Decisions decisions;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    QuarantineRuns(QuarantineStore quarantine, QuarantineRunStore runs, DeliveryStore deliveries, Reread reread, RowRun rowRun, WholeRun wholeRun,
                   Decisions decisions, HubClock clock, TransactionTemplate transaction) {
        this.quarantine = quarantine;
        this.runs = runs;
        this.deliveries = deliveries;
        this.reread = reread;
        this.rowRun = rowRun;
        this.wholeRun = wholeRun;
        this.decisions = decisions;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether a run was made; if not, why, as one sentence. */
    public sealed interface Asked {
        record Run(long id) implements Asked {
        }

        record Refused(String why) implements Asked {
        }
    }

    /** Asks for a run of the open rows of a choice; {@code scope} says in words what was chosen. */
    public Asked ask(Choice choice, String scope, String by) {
        List<QuarantinedRow> rows = quarantine.open(choice, RUN_ROWS_LIMIT);
        if (rows.isEmpty()) {
            return new Asked.Refused("None of these rows is open any more: they were taken, or their raw copy is gone.");
        }
        return new Asked.Run(transaction.execute(status -> runs.ask(scope, rows, by, clock.now())));
    }

    /** Asks for a run of a whole delivery. */
    public Asked askWhole(String receipt, String by) {
        Optional<Delivery> delivery = deliveries.find(receipt);
        if (delivery.isEmpty()) {
            return new Asked.Refused("There is no such delivery.");
        }
        return reread.standing(delivery.get()) instanceof Reread.Standing.Closed closed ? new Asked.Refused(closed.why())
                : new Asked.Run(runs.askWhole(delivery.get().id(), "the whole delivery " + receipt, by, clock.now()));
    }

    /** Tries a delivery once more that the hub could not process and set aside; false when it was not. It goes on within seconds. */
    public boolean tryOnceMore(String receipt) {
        return deliveries.releaseSetAside(receipt);
    }

    /** Starts a counted run; false when it is not waiting for that. */
    public boolean start(long run, String by) {
        return runs.move(run, State.COUNTED, State.RUNNING, by, null, clock.now());
    }

    /** Leaves a counted run alone for good; false when it is not waiting. */
    public boolean leave(long run, String by) {
        return runs.move(run, State.COUNTED, State.LEFT, by, null, clock.now());
    }

    /** A run, whatever became of it. */
    public Optional<QuarantineRun> run(long id) {
        return runs.run(id);
    }

    /** How many rows of a run came to which outcome, or would while it is not started: TAKEN or a code. */
    public Map<String, Long> tally(QuarantineRun run) {
        return runs.tally(run);
    }

    /** The newest first. */
    public List<QuarantineRun> newest(int limit) {
        return runs.newest(limit);
    }

    /** Those that ran this delivery or rows of it, the newest first. */
    public List<QuarantineRun> ofDelivery(long deliveryId, int limit) {
        return runs.ofDelivery(deliveryId, limit);
    }

    /** Works off everything that is asked for or started. Never throws for what a file holds; breaks off when its thread is interrupted. */
    public synchronized void work() {
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
        if (reread.standing(delivery) instanceof Reread.Standing.Open readable) {
            rows(run, readable, open);
        } else if (reread.standing(delivery) instanceof Reread.Standing.Closed closed) {
            runs.dealt(run, open.stream().collect(Collectors.toMap(QuarantinedRow::id, row -> closed.code())));
        }
    }

    private void rows(QuarantineRun run, Reread.Standing.Open open, List<QuarantinedRow> rows) {
        if (rows.stream().anyMatch(row -> row.kind().needsWholeFile())) {
            WholeRun.Came came = run.state() == State.COUNTING ? wholeRun.count(open, more -> { }) : wholeRun.run(open, more -> { });
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
        WholeRun.Came came = counting ? wholeRun.count(open, more -> runs.progress(run, more, 0, 0)) : wholeRun.run(open, more -> runs.progress(run, more, 0, 0));
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
