package org.earlyhelp.hub.intake.take;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.FeedMeters;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file item by item and decides it. Facts, counts, errors and progress commit together, so that a crash repeats
 * nothing and loses nothing. A full batch of attendance is committed while the next rows are read. Thread-safe for
 * different runs.
 */
@Component
public class DeliveryTaking implements DisposableBean {
    private final DeliveryStore deliveries;
    private final FactStore facts;
    private final QuarantineStore quarantine;
    private final HubClock clock;
    private final Layouts layouts;
    private final Decisions decisions;
    private final TransactionTemplate transaction;
    private final FeedMeters meters;
    private final ExecutorService committers = Executors.newCachedThreadPool(task -> new Thread(task, "intake-commit"));

    public DeliveryTaking(DeliveryStore deliveries, FactStore facts, QuarantineStore quarantine, HubClock clock, Layouts layouts, Decisions decisions,
                          TransactionTemplate transaction, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.facts = facts;
        this.quarantine = quarantine;
        this.clock = clock;
        this.layouts = layouts;
        this.decisions = decisions;
        this.transaction = transaction;
        this.meters = new FeedMeters(meters);
    }

    /** Takes the next items of the file. */
    public void take(DeliveryRun run, List<SourceItem> items) {
        items.forEach(run::read);
        if (!run.isWaitingForMore() && !run.delivery().test()) {
            commitNext(run);
        }
    }

    /** Commits what is left, decides the delivery and answers its sender. */
    public Delivery finish(DeliveryRun run) {
        run.readToEnd();
        run.awaitCommitted();
        DeliveryRun.Pending last = run.handOver();
        if (run.delivery().test()) {
            return decisions.decide(run.delivery(), Verdict.of(stageOf(last.counts())), List.of(), id -> save(run, last, last.counts(), last.errors));
        }
        commit(run, last);
        Counts counts = deliveries.find(run.delivery().receipt()).orElseThrow().counts();
        Stage stage = stageOf(counts);
        return decisions.decide(run.delivery(), Verdict.of(stage), List.of(), id -> {
            if (stage.isKept()) {
                layouts.keep(run.delivery(), run.layout());
            }
        });
    }

    /** How a file ends whose records came to that. */
    public static Stage stageOf(Counts counts) {
        if (counts.rejected() == 0) {
            return Stage.ACCEPTED;
        }
        return counts.rejected() == counts.records() ? Stage.REJECTED : Stage.PARTIAL;
    }

    private void commitNext(DeliveryRun run) {
        run.awaitCommitted();
        DeliveryRun.Pending full = run.handOver();
        if (full.attendance.isEmpty()) {
            commit(run, full);
        } else {
            run.committing(CompletableFuture.runAsync(() -> commit(run, full), committers));
        }
    }

    private void commit(DeliveryRun run, DeliveryRun.Pending pending) {
        if (pending.isEmpty()) {
            return;
        }
        // By whichever thread: a full batch of attendance is committed beside the reading.
        Trail.of(run.delivery()).follow("keep", () -> commitNow(run, pending));
    }

    private void commitNow(DeliveryRun run, DeliveryRun.Pending pending) {
        Counts counts = transaction.execute(status -> {
            StoreResult stored = facts.store(run.delivery(), run.feed(), pending.notices, pending.attendance);
            List<DeliveryError> errors = new ArrayList<>(pending.errors);
            errors.addAll(stored.warnings());
            Counts all = pending.counts().plus(stored.counts());
            save(run, pending, all, errors);
            return all;
        });
        meters.taken(run.delivery(), counts);
    }

    private void save(DeliveryRun run, DeliveryRun.Pending pending, Counts counts, List<DeliveryError> errors) {
        deliveries.saveErrors(run.delivery().id(), errors);
        if (!run.delivery().test()) {
            quarantine.keep(run.delivery().id(), pending.refused, clock.now());
        }
        deliveries.progress(run.delivery().id(), pending.from, pending.upTo, counts);
    }

    @Override
    public void destroy() {
        committers.shutdown();
    }
}
