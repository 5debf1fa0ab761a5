package org.earlyhelp.hub.intake.quarantine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantineRun.State;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineRunStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what was refused again: asked for, counted without keeping anything, started by somebody's word, and worked off in the
 * background by {@link RunWork}. A stop goes on where it stood. Thread-safe.
 */
@Component
public class QuarantineRuns {
    /** So many rows at most go into one run; the others into the next. */
    public static final int RUN_ROWS_LIMIT = 100_000;
    private final QuarantineStore quarantine;
    private final QuarantineRunStore runs;
    private final DeliveryStore deliveries;
    private final Reread reread;
    private final RunWork work;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    QuarantineRuns(QuarantineStore quarantine, QuarantineRunStore runs, DeliveryStore deliveries, Reread reread, RunWork work, HubClock clock,
                   TransactionTemplate transaction) {
        this.quarantine = quarantine;
        this.runs = runs;
        this.deliveries = deliveries;
        this.reread = reread;
        this.work = work;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether a run was made; if not, why, as one sentence. */
    public sealed interface Asked {
        /** The run that was made; it counts first and waits for somebody's word. */
        record Run(long id) implements Asked {
        }

        /** {@code why} is one sentence. */
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
    public void work() {
        work.all();
    }
}
