package org.earlyhelp.hub.need.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.rules.SchoolCalendar;

/**
 * What each rule says of one family at one moment. A rule is tried once, however many sets hold that same instance of it.
 * Not thread-safe.
 */
final class RuleOutcomes {
    /** A family of more records is not reckoned: each of its rules is undecided. Real families have some hundred. */
    static final int RECORDS_LIMIT = 5_000;

    private final FamilyFacts facts;
    private final List<PersonHistory> histories;
    private final SchoolCalendar calendar;
    private final Moment moment;
    private final Map<NeedRule, Outcome<ShownNeed>> needs = new IdentityHashMap<>();
    private final Map<HarmRule, Outcome<ShownHarm>> harms = new IdentityHashMap<>();

    private record Outcome<T>(List<T> shown, Doubts doubts) {
    }

    /** One test of a rule on one person, which tells the doubts what it cannot decide. */
    private interface Trial<T> extends BiFunction<PersonHistory, Doubts, Collection<T>> {
    }

    RuleOutcomes(FamilyFacts facts, List<PersonHistory> histories, SchoolCalendar calendar, Moment moment) {
        this.facts = facts;
        this.histories = histories;
        this.calendar = calendar;
        this.moment = moment;
    }

    /** What the rules of the set that are on find. */
    Findings of(Rules rules) {
        Doubts doubts = new Doubts();
        List<ShownNeed> needsFound = new ArrayList<>();
        rules.needs().stream().filter(NeedRule::on).map(rule -> needs.computeIfAbsent(rule, this::need)).forEach(outcome -> {
            needsFound.addAll(outcome.shown());
            doubts.addAll(outcome.doubts());
        });
        List<ShownHarm> harmsFound = new ArrayList<>();
        rules.harmTests().stream().filter(HarmRule::on).map(rule -> harms.computeIfAbsent(rule, this::harm)).forEach(outcome -> {
            harmsFound.addAll(outcome.shown());
            doubts.addAll(outcome.doubts());
        });
        return new Findings(Superseded.leftOut(needsFound), harmsFound, doubts);
    }

    private Outcome<ShownNeed> need(NeedRule rule) {
        return tried(rule.id(), (history, doubts) -> {
            Optional<ShownNeed> shown = new NeedTests(facts, calendar, moment, doubts).test(rule, history);
            return shown.map(List::of).orElse(List.of());
        });
    }

    private Outcome<ShownHarm> harm(HarmRule rule) {
        return tried(rule.id(), (history, doubts) -> new HarmTests(moment, doubts).test(rule, history));
    }

    /** A rule that fails is undecided and a finding for a person; the other rules go on. The failure's text may hold personal data. */
    private <T> Outcome<T> tried(String rule, Trial<T> trial) {
        Outcome<T> outcome = new Outcome<>(new ArrayList<>(), new Doubts());
        if (facts.records().size() > RECORDS_LIMIT) {
            outcome.doubts().undecided(rule, "the family has more than " + RECORDS_LIMIT + " records");
            return outcome;
        }
        for (PersonHistory history : histories) {
            try {
                outcome.shown().addAll(trial.apply(history, outcome.doubts()));
            } catch (RuntimeException e) {
                outcome.doubts().undecided(rule, "the hub failed to work it out (" + e.getClass().getSimpleName() + ")");
            }
        }
        return outcome;
    }
}
