package org.earlyhelp.hub.need.lane;

import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.identity.FamiliesTouched;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamilyWork;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one thread that assesses families: woken by news of identity, looking by itself every second, queueing by the
 * clock what time alone changes, reading the rules again. Urgent families come at once, bulk loads when they rest.
 */
@Component
public class AssessmentLane extends TaskLifecycle {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOCK_SWEEP = Duration.ofSeconds(30);
    private static final Duration RULES_READING = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(AssessmentLane.class);

    private final FamilyWork work;
    private final RuleBook rules;
    private final RuleVersions versions;
    private final HubClock clock;
    private final WaitingFamilies waiting;
    private final Pace sweep = new Pace(CLOCK_SWEEP);
    private final Pace reading = new Pace(RULES_READING);
    private final BulkRest rest = new BulkRest();
    private final WokenTask task = new WokenTask("assessment-lane", STOP_LIMIT, this::round);

    AssessmentLane(FamilyAssessor assessor, FamilyWork work, RuleBook rules, RuleVersions versions, HubClock clock) {
        this.waiting = new WaitingFamilies(assessor);
        this.work = work;
        this.rules = rules;
        this.versions = versions;
        this.clock = clock;
    }

    @EventListener
    void wake(FamiliesTouched news) {
        task.wake();
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            readRules();
            super.start();
        }
    }

    @Override
    protected HubTask task() {
        return task;
    }

    private Duration round(boolean woken) {
        try {
            if (reading.isDue()) {
                readRules();
            }
            if (sweep.isDue()) {
                work.queueDue(clock.now());
            }
            waiting.drain(rules.rules(), task::isRunning, rest.isOver(work.bulk(), System.nanoTime()));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The database did not answer ({}); assessments wait.", e.getClass().getSimpleName());
        } catch (RuntimeException | Error e) {
            LOG.error("The assessment lane met a {}; it goes on.", e.getClass().getSimpleName());
        }
        return POLL;
    }

    /** Assesses until no family waits but those that just failed. */
    void drain() {
        waiting.drain(rules.rules(), () -> true, true);
    }

    private void readRules() {
        List<ConfigFault> before = versions.faultsOfFolder();
        versions.refresh();
        if (!versions.faultsOfFolder().equals(before)) {
            versions.faultsOfFolder().forEach(fault -> LOG.warn("Rules: {}; the last good rules stay in force.", fault));
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
