package org.earlyhelp.hub.sharing.sequence;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.OldPayloads;
import org.earlyhelp.hub.sharing.storage.OriginTable;
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
    private final OutsideMemory witness;
    private final OriginTable origins;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final TransactionTemplate outsideAny;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private boolean begun;
    private volatile boolean stopped;
    private LogBehind behind;
    private boolean failing;
    private Thread thread;

    public LogSequencer(TreeTables tables, OldPayloads old, SealRenewal renewal, LogKeys keys, LogStatus status, OriginTable origins, OutsideMemory witness,
                        HubSettings settings, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.old = old;
        this.renewal = renewal;
        this.keys = keys;
        this.status = status;
        this.origins = origins;
        this.witness = witness;
        this.round = new LogRound(tables, keys, origins);
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
            throw stopFor(e instanceof LogStopped known ? known : new LogStopped(e.getMessage()));
        }
    }

    private LogStopped stopFor(LogStopped why) {
        stopped = true;
        behind = why instanceof LogBehind known ? known : null;
        String next = behind == null ? "See the runbook keys-of-the-log." : "See the runbook witness-the-log.";
        status.stopped(why.getMessage() + " Nothing is signed any more; entries go on being kept. " + next);
        LOG.error("The sharing log is stopped: {}", why.getMessage());
        return why;
    }

    /** Whether nothing is signed until people have looked at it. */
    public boolean isStopped() {
        return stopped;
    }

    /** Stops the log: {@code known} was signed, and the database holds the same only up to {@code agreed}. */
    public synchronized void halt(Checkpoint known, long agreed, String words) {
        if (!stopped) {
            stopFor(new LogBehind(known, agreed, words));
        }
    }

    /** Why the log is stopped, when an earlier state of the database was restored; empty otherwise. */
    synchronized Optional<LogBehind> behind() {
        return Optional.ofNullable(behind);
    }

    /** The name under which the log signs now. */
    String origin() {
        return keys.signing().get(0).open().name();
    }

    /** Goes on under the new name that two people gave it: makes its key, lays the memory of the old one aside, and begins anew. */
    synchronized void goOnAs(String origin) {
        keys.makeSigningFor(origin);
        outside.layAside(origin());
        keys.refresh();
        begun = false;
        stopped = false;
        behind = null;
        start();
    }

    private void begin() {
        if (begun) {
            return;
        }
        outsideAny.executeWithoutResult(none -> old.sealAll());
        finishNewOrigin();
        reading.executeWithoutResult(one -> {
            Optional<CheckpointRow> newest = tables.newest();
            newest.ifPresent(round::requireOurs);
            List<NoteKey> open = keys.open();
            String origin = origin();
            Stream<Checkpoint> remembered = Stream.of(outside.read(open).filter(known -> known.origin().equals(origin)), witness.last(origin, open)).flatMap(Optional::stream);
            tree.rebuild(newest, remembered.toList());
            status.signing(newest.orElse(null));
        });
        begun = true;
    }

    /** A crash after two people had confirmed a new name, and before its key was made. */
    private void finishNewOrigin() {
        origins.latest().filter(declared -> declared.previous().equals(origin())).ifPresent(declared -> {
            keys.makeSigningFor(declared.origin());
            outside.layAside(declared.previous());
            keys.refresh();
        });
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
