package org.earlyhelp.hub.need.lane;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.earlyhelp.hub.identity.FamiliesTouched;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamilyWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one thread that assesses families: woken by news of identity, looking by itself every second, queueing by the
 * clock what time alone changes, reading the rules again. Urgent families come at once, bulk loads when they rest. A family that fails is tried again and then parked, and the
 * others go on.
 */
@Component
public class AssessmentLane implements SmartLifecycle {
    /** Families of one transaction; a bulk load yields to an urgent family after at most this many. */
    static final int BATCH = 100;
    /** So often a family is tried before it is parked. */
    static final int TRIES = 3;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOCK_SWEEP = Duration.ofSeconds(30);
    private static final Duration RULES_READING = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentLane.class);

    private final FamilyAssessor assessor;
    private final FamilyWork work;
    private final RuleBook rules;
    private final RuleVersions versions;
    private final HubClock clock;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Map<Long, Integer> failures = new HashMap<>();
    private volatile boolean running;
    private Thread thread;

    AssessmentLane(FamilyAssessor assessor, FamilyWork work, RuleBook rules, RuleVersions versions, HubClock clock) {
        this.assessor = assessor;
        this.work = work;
        this.rules = rules;
        this.versions = versions;
        this.clock = clock;
    }

    @EventListener
    void wake(FamiliesTouched news) {
        wakeUp.release();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            readRules();
            thread = new Thread(this::run, "assessment-lane");
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wakeUp.release();
        try {
            if (thread != null) {
                thread.join(STOP_LIMIT.toMillis());
            }
            if (thread != null && thread.isAlive()) {
                LOG.warn("The assessment lane did not stop within {} s; its transaction will be rolled back.", STOP_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        Pace sweep = new Pace(CLOCK_SWEEP);
        Pace reading = new Pace(RULES_READING);
        BulkRest rest = new BulkRest();
        while (running) {
            try {
                if (reading.isDue()) {
                    readRules();
                }
                if (sweep.isDue()) {
                    work.queueDue(clock.now());
                }
                drainWhile(() -> running, rest.isOver(work.bulk(), System.nanoTime()));
                if (wakeUp.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException e) {
                running = false;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("The database did not answer ({}); assessments wait.", e.getClass().getSimpleName());
                pause();
            } catch (RuntimeException | Error e) {
                LOG.error("The assessment lane met a {}; it goes on.", e.getClass().getSimpleName());
                pause();
            }
        }
    }

    /** Assesses until no family waits but those that just failed. */
    void drain() {
        drainWhile(() -> true, true);
    }

    private void drainWhile(BooleanSupplier goOn, boolean bulkToo) {
        Optional<Rules> read = rules.rules();
        if (read.isEmpty()) {
            return;
        }
        Set<Long> failed = new HashSet<>();
        int oneByOne = 0;
        while (goOn.getAsBoolean()) {
            try {
                List<Long> done = assessor.assessNext(read.get(), oneByOne > 0 ? 1 : BATCH, failed, bulkToo);
                if (done.isEmpty()) {
                    return;
                }
                done.forEach(failures::remove);
                oneByOne = Math.max(0, oneByOne - 1);
            } catch (AssessmentFailed e) {
                if (e.families().isEmpty() || e.isPassing()) {
                    throw (RuntimeException) e.getCause();
                }
                if (e.families().size() == 1) {
                    failed.addAll(e.families());
                    noteFailure(e.families().get(0), e);
                } else {
                    oneByOne = e.families().size();
                }
            }
        }
    }

    private void noteFailure(long family, AssessmentFailed failure) {
        int times = failures.merge(family, 1, Integer::sum);
        LOG.warn("Family {} could not be assessed, try {} of {}: {}", family, times, TRIES, failure.kinds());
        if (times >= TRIES) {
            failures.remove(family);
            assessor.park(family, failure.kinds());
        }
    }

    private void readRules() {
        List<ConfigFault> before = versions.faultsOfFolder();
        versions.refresh();
        if (!versions.faultsOfFolder().equals(before)) {
            versions.faultsOfFolder().forEach(fault -> LOG.warn("Rules: {}; the last good rules stay in force.", fault));
        }
    }

    private void pause() {
        try {
            wakeUp.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Says when something is due that shall happen every so often; first at once. */
    private static final class Pace {
        private final long every;
        private long last;

        Pace(Duration every) {
            this.every = every.toNanos();
            this.last = System.nanoTime() - this.every;
        }

        boolean isDue() {
            long now = System.nanoTime();
            if (now - last < every) {
                return false;
            }
            last = now;
            return true;
        }
    }
}
