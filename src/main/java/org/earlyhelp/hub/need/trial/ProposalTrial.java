package org.earlyhelp.hub.need.trial;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
 * Works out, beside the hub's other work and one at a time, what the waiting proposal would change; the last result is
 * remembered. Thread-safe.
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
    private Pair begun;
    private WhatIf result;

    private record Pair(int before, int after) {
    }

    ProposalTrial(RuleVersions versions, FamilyStream families, HubClock clock) {
        this.versions = versions;
        this.families = families;
        this.clock = clock;
    }

    /** What the proposal would change; empty while that is being worked out, which this call begins. */
    public synchronized Optional<WhatIf> of(RuleVersions.Version inForce, RuleVersions.Version proposal) {
        Pair asked = new Pair(inForce.number(), proposal.number());
        if (!asked.equals(begun)) {
            begun = asked;
            result = null;
            worker.execute(() -> work(asked));
        }
        return Optional.ofNullable(result);
    }

    /** The next question begins anew: for when facts have changed since. */
    public synchronized void forget() {
        begun = null;
    }

    private void work(Pair asked) {
        try {
            LocalDate since = clock.today().minusDays((long) WEEKS_BACK * WEEK);
            keep(asked, Trials.run(families, rules(asked.before()), rules(asked.after()), Steps.since(since, clock.now())));
        } catch (RuntimeException e) {
            LOG.error("What a proposal would change could not be worked out ({}).", e.getClass().getSimpleName());
            forget();
        }
    }

    private synchronized void keep(Pair asked, WhatIf found) {
        if (asked.equals(begun)) {
            result = found;
        }
    }

    private Rules rules(int number) {
        Map<String, String> texts = versions.texts(number);
        return RuleSet.kept(texts).asOptional().map(RuleSet::rules).flatMap(Checked::asOptional)
                .orElseThrow(() -> new IllegalStateException("a set of rules that was kept is faulty"));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
