package org.earlyhelp.hub.need.lane;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.FamilyAssessed;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.Judged;
import org.earlyhelp.hub.need.engine.Member;
import org.earlyhelp.hub.need.engine.NeedEngine;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.AssessmentStore;
import org.earlyhelp.hub.need.storage.FamilyFactsStore;
import org.earlyhelp.hub.need.storage.FamilyWork;
import org.earlyhelp.hub.need.storage.HeldAssessments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Assesses families that wait: taking the work, reading the facts, writing the result and whatever follows from
 * {@link FamilyAssessed} are one transaction. A batch shares one, since reading many families at once is far cheaper;
 * each family's effects still commit together or not at all.
 */
@Component
class FamilyAssessor {
    /** The school year and the weeks before it that rules may count. */
    private static final int MARKS_BACK_DAYS = 400;
    /** Whoever speaks for a child alone is heard before the child. */
    private static final Comparator<FamilyFacts> CARERS_FIRST = Comparator.<FamilyFacts, Boolean>comparing(all -> all.members().stream().allMatch(Member::child))
            .thenComparing(FamilyFacts::familyId);

    private final FamilyWork work;
    private final FamilyFactsStore factsStore;
    private final HeldAssessments heldStore;
    private final AssessmentStore store;
    private final LiveFeeds live;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final HubClock clock;

    FamilyAssessor(FamilyWork work, FamilyFactsStore factsStore, HeldAssessments heldStore, AssessmentStore store, LiveFeeds live,
                   ApplicationEventPublisher events, TransactionTemplate transaction, HubClock clock) {
        this.work = work;
        this.factsStore = factsStore;
        this.heldStore = heldStore;
        this.store = store;
        this.live = live;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes up to {@code limit} families, urgent ones first, and assesses them.
     *
     * @param leave   families not to take this time
     * @param bulkToo also families that only bulk feeds have touched
     * @return the families assessed; empty when none waits
     * @throws AssessmentFailed when any of those taken fails; all of them still wait
     */
    List<Long> assessNext(Rules rules, int limit, Collection<Long> leave, boolean bulkToo) {
        List<Long> taken = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> {
                Map<Long, Optional<Trail>> next = work.take(limit, leave, bulkToo);
                taken.addAll(next.keySet());
                assessBy(next, rules);
            });
            return taken;
        } catch (RuntimeException e) {
            throw new AssessmentFailed(taken, e);
        }
    }

    /** Gives a family up until something of it changes, and tells a person so; the front door too when the newest reason was a file that tells of harm. */
    void park(long family, String kindsOfFailure) {
        transaction.executeWithoutResult(status -> {
            work.fault(family).ifPresent(events::publishEvent);
            work.drop(family);
            factsStore.refs(List.of(family)).values().forEach(ref -> store.park(ref, kindsOfFailure, clock.now()));
        });
    }

    /** The facts of those of the families that still stand, as far as the rules reach back. */
    Map<Long, FamilyFacts> facts(Rules rules, List<Long> families) {
        boolean registers = rules.needs().stream().anyMatch(rule -> rule.on() && rule.leaves().anyMatch(NeedCondition.OffRegister.class::isInstance));
        LocalDate marksSince = clock.today().minusDays(MARKS_BACK_DAYS);
        return factsStore.facts(families, marksSince, registers);
    }

    /** Assesses in the caller's transaction. */
    void assess(Rules rules, List<Long> families) {
        Map<Long, Optional<Trail>> noReasons = new LinkedHashMap<>();
        families.forEach(family -> noReasons.put(family, Optional.empty()));
        assessBy(noReasons, rules);
    }

    private void assessBy(Map<Long, Optional<Trail>> reasons, Rules rules) {
        List<Long> families = List.copyOf(reasons.keySet());
        if (families.isEmpty()) {
            return;
        }
        Instant now = clock.now();
        Map<Long, FamilyFacts> facts = facts(rules, families);
        Map<Long, String> refs = facts.values().stream().collect(Collectors.toMap(FamilyFacts::familyId, FamilyFacts::familyRef));
        Map<Long, HeldAssessments.Held> held = heldStore.of(refs);
        Map<Long, List<HeldAssessments.KnownNeed>> known = heldStore.needsOf(
                facts.values().stream().flatMap(family -> family.members().stream()).map(Member::id).toList());
        NeedEngine engine = new NeedEngine(rules, live);
        List<AssessmentStore.Saving> savings = facts.values().stream().sorted(CARERS_FIRST).map(all -> {
            HeldAssessments.Held before = held.get(all.familyId());
            Judged judged = engine.assess(all, HeldAssessments.known(all, known, before), now);
            return new AssessmentStore.Saving(judged.assessment(), judged.keysToRemember(), people(all), before);
        }).toList();
        store.save(savings, now);
        savings.forEach(saving -> tell(saving.assessment(), reasons.getOrDefault(saving.assessment().familyId(), Optional.empty())));
    }

    /** What follows bears the trail of the delivery that gave rise to it. */
    private void tell(Assessment assessment, Optional<Trail> reason) {
        Trail.follow(reason, "assess", () -> events.publishEvent(new FamilyAssessed(assessment)));
    }

    private static Map<String, Long> people(FamilyFacts facts) {
        Map<String, Long> people = new LinkedHashMap<>();
        facts.members().forEach(member -> people.put(member.ref(), member.id()));
        return people;
    }
}
