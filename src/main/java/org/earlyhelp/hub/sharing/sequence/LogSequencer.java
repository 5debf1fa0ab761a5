package org.earlyhelp.hub.sharing.sequence;

import java.time.Duration;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.storage.OldPayloads;
import org.earlyhelp.hub.sharing.storage.OriginTable;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
public class LogSequencer extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogSequencer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /** A round may wait for a database that is gone; what it has not committed waits for the next start. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final LogBeginning beginning;
    private final SealRenewal renewal;
    private final LogKeys keys;
    private final LogStatus status;
    private final LogRound round;
    private final KnownTree tree;
    private final TransactionTemplate transaction;
    private final WokenTask task = new WokenTask("sharing log", STOP_LIMIT, this::round);
    private boolean begun;
    private volatile boolean stopped;
    private LogBehind behind;
    private boolean failing;

    public LogSequencer(TreeTables tables, OldPayloads old, SealRenewal renewal, LogKeys keys, LogStatus status, OriginTable origins, OutsideMemory witness,
                        HubSettings settings, PlatformTransactionManager transactions) {
        this.beginning = new LogBeginning(tables, old, keys, origins, witness, settings, transactions);
        this.renewal = renewal;
        this.keys = keys;
        this.status = status;
        this.round = new LogRound(tables, keys, origins);
        this.tree = new KnownTree(tables);
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    protected HubTask task() {
        return task;
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
        return beginning.origin();
    }

    /** Goes on under the new name that two people gave it: makes its key, lays the memory of the old one aside, and begins anew. */
    synchronized void goOnAs(String origin) {
        beginning.takeName(origin, origin());
        begun = false;
        stopped = false;
        behind = null;
        start();
    }

    private void begin() {
        if (!begun) {
            status.signing(beginning.read(tree, round).orElse(null));
            begun = true;
        }
    }

    private int oneRound() {
        Optional<LogRound.Grown> grown = transaction.execute(one -> round.run(tree));
        if (grown == null || grown.isEmpty()) {
            return 0;
        }
        tree.become(grown.get().tree());
        beginning.remember(grown.get().checkpoint().note());
        status.signing(grown.get().checkpoint());
        return grown.get().entries();
    }

    /** Two people may have let it go on since: then its task goes on too. */
    private synchronized void endIfStopped() {
        if (stopped) {
            task.end();
        }
    }

    private Duration round(boolean woken) {
        boolean more = false;
        try {
            sequence();
            more = renewal.portion();
            if (failing) {
                LOG.info("The sharing log is sequenced again");
            }
            failing = false;
        } catch (LogStopped e) {
            endIfStopped();
        } catch (RuntimeException e) {
            // The kind of failure only: messages of drivers may hold data.
            if (!failing) {
                LOG.warn("The sharing log could not be sequenced ({}); nothing is lost, it is tried again until it succeeds", e.getClass().getSimpleName());
            }
            failing = true;
        }
        return more ? Duration.ZERO : POLL;
    }
}
