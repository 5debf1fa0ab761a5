package org.earlyhelp.hub.sharing.sequence;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.OldPayloads;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks twice a second for entries that wait and gives them their places, so that a checkpoint is never more than two
 * seconds behind. Only one hub at a time sequences; another looks on. Once the database is not what was signed before, it
 * signs nothing until the next start, and entries wait in the database. Thread-safe.
 */
@Component
public class LogSequencer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogSequencer.class);
    private static final long POLL_MILLIS = 500;
    private static final long STOP_WAIT_MILLIS = 5_000;

    private final TreeTables tables;
    private final OldPayloads old;
    private final SealRenewal renewal;
    private final LogKeys keys;
    private final LogStatus status;
    private final LogRound round;
    private final KnownTree tree;
    private final KeptOutside outside;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final TransactionTemplate outsideAny;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private boolean begun;
    private boolean stopped;
    private boolean failing;
    private Thread thread;

    public LogSequencer(TreeTables tables, OldPayloads old, SealRenewal renewal, LogKeys keys, LogStatus status, HubSettings settings, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.old = old;
        this.renewal = renewal;
        this.keys = keys;
        this.status = status;
        this.round = new LogRound(tables, keys);
        this.tree = new KnownTree(tables);
        this.outside = KeptOutside.in(settings.keyDir());
        this.transaction = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.outsideAny = template(transactions, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = new Thread(this::run, "sharing log");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends after the round at hand. */
    @Override
    public void stop() {
        running = false;
        wakes.release();
        Thread ending = thread;
        try {
            if (ending != null) {
                ending.join(STOP_WAIT_MILLIS);
                // It may wait for a database that is gone; what it has not committed waits for the next start.
                ending.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Sequences now, in transactions of its own, what is committed and waits. Answers how many entries got their places,
     * 0 also when another hub has its turn. Throws LogStopped once the log is stopped.
     */
    public synchronized int sequence() {
        if (stopped) {
            throw new LogStopped(status.state().words());
        }
        try {
            begin();
            keys.refresh();
            int done = 0;
            int last;
            do {
                last = oneRound();
                done += last;
            } while (last == LogRound.ENTRY_LIMIT);
            return done;
        } catch (LogStopped | StartFailure e) {
            stopped = true;
            status.stopped(e.getMessage() + " Nothing is signed any more; entries go on being kept. See the runbook keys-of-the-log.");
            LOG.error("The sharing log is stopped: {}", e.getMessage());
            throw e instanceof LogStopped known ? known : new LogStopped(e.getMessage());
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        outsideAny.executeWithoutResult(none -> old.sealAll());
        reading.executeWithoutResult(one -> {
            Optional<CheckpointRow> newest = tables.newest();
            newest.ifPresent(round::requireOurs);
            tree.rebuild(newest, outside.read(keys.open()));
            status.signing(newest.orElse(null));
        });
        begun = true;
    }

    private int oneRound() {
        Optional<LogRound.Grown> grown = transaction.execute(one -> round.run(tree));
        if (grown == null || grown.isEmpty()) {
            return 0;
        }
        tree.become(grown.get().tree());
        outside.write(grown.get().checkpoint().note());
        status.signing(grown.get().checkpoint());
        return grown.get().entries();
    }

    private void run() {
        while (running) {
            boolean more = false;
            try {
                sequence();
                more = renewal.portion();
                if (failing) {
                    LOG.info("The sharing log is sequenced again");
                }
                failing = false;
            } catch (LogStopped e) {
                running = false;
            } catch (RuntimeException e) {
                // The kind of failure only: messages of drivers may hold data.
                if (!failing) {
                    LOG.warn("The sharing log could not be sequenced ({}); nothing is lost, it is tried again until it succeeds", e.getClass().getSimpleName());
                }
                failing = true;
            }
            pause(more ? 0 : POLL_MILLIS);
        }
    }

    private void pause(long millis) {
        try {
            if (running && wakes.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
