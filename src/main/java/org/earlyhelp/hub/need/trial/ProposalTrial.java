package org.earlyhelp.hub.need.trial;

import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamilyStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Works out, beside the hub's other work and one at a time, what the waiting proposal would change. A question that nobody
 * asks any more is given up; the last result is remembered for the two sets it is of, named by their SHA-256. Thread-safe.
 */
@Component
public class ProposalTrial implements DisposableBean {
    /** So far back the weeks are counted. */
    public static final int WEEKS_BACK = 8;
    private static final int WEEK = 7;
    private static final Logger LOG = LoggerFactory.getLogger(ProposalTrial.class);

    private final RuleVersions versions;
    private final FamilyStream families;
    private final HubClock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "proposal-trial");
        thread.setDaemon(true);
        return thread;
    });
    private Question asked;
    private State state;
    private boolean stopped;

    /** How far the answer is. */
    public sealed interface State {
        /** Of the families that stand so many were looked at so far; the total is 0 until it is known. */
        record Working(long looked, long families) implements State {
        }

        /** All families were looked at; the answer stands until either set of rules is another. */
        record Done(WhatIf found) implements State {
        }
    }

    /** Compared by identity: the same sets may be asked about anew. */
    private static final class Question {
        private final RuleVersions.Version before;
        private final RuleVersions.Version after;

        Question(RuleVersions.Version before, RuleVersions.Version after) {
            this.before = before;
            this.after = after;
        }

        boolean isOf(RuleVersions.Version inForce, RuleVersions.Version proposal) {
            return before.sha256().equals(inForce.sha256()) && after.sha256().equals(proposal.sha256());
        }
    }

    ProposalTrial(RuleVersions versions, FamilyStream families, HubClock clock) {
        this.versions = versions;
        this.families = families;
        this.clock = clock;
    }

    /** What the proposal would change, or how far the work on that is, which the first call begins. Never waits. */
    public synchronized State of(RuleVersions.Version inForce, RuleVersions.Version proposal) {
        if (asked == null || !asked.isOf(inForce, proposal)) {
            Question question = new Question(inForce, proposal);
            asked = question;
            state = new State.Working(0, 0);
            worker.execute(() -> work(question));
        }
        return state;
    }

    /** The next question begins anew: for when facts have changed since. */
    public synchronized void forget() {
        asked = null;
    }

    private void work(Question question) {
        try {
            LocalDate since = clock.today().minusDays((long) WEEKS_BACK * WEEK);
            long total = families.count();
            WhatIf found = Trials.run(families, rules(question.before), rules(question.after), Steps.since(since, clock.now()),
                    looked -> become(question, new State.Working(looked, total)));
            become(question, new State.Done(found));
        } catch (CancellationException e) {
            LOG.info("Nobody waits any more for what a proposal would change; it was given up.");
        } catch (RuntimeException e) {
            LOG.error("What a proposal would change could not be worked out ({}).", e.getClass().getSimpleName());
            forget(question);
        }
    }

    /** Throws CancellationException when the hub stops or something else is asked by now. */
    private synchronized void become(Question question, State now) {
        if (stopped || question != asked) {
            throw new CancellationException();
        }
        state = now;
    }

    private synchronized void forget(Question question) {
        asked = question == asked ? null : asked;
    }

    private Rules rules(RuleVersions.Version version) {
        return RuleSet.kept(versions.texts(version.number())).asOptional().map(RuleSet::rules).flatMap(Checked::asOptional)
                .orElseThrow(() -> new IllegalStateException("a set of rules that was kept is faulty"));
    }

    @Override
    public void destroy() {
        synchronized (this) {
            stopped = true;
        }
        worker.shutdownNow();
    }
}
