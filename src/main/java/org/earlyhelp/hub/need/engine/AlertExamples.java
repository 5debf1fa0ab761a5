package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.rules.AlertExample;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.person.Concern;

/** Tries the golden cases of alert rules, all rules together: one that another supersedes is not named. */
final class AlertExamples {
    private static final int LEVEL_OF_HARM = 4;
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 11, 23);
    private static final Instant SOME_TIME = Instant.parse("2026-11-23T08:40:00Z");
    private static final Member CHILD = new Member(1, "P-EXAMPLE", true, LocalDate.of(2014, 5, 1), null, false, false, false, false, null, null);

    private final Rules rules;

    AlertExamples(Rules rules) {
        this.rules = rules;
    }

    /** An example of a need that is not there cannot be tried; the reading of the rules names it. */
    List<RuleExamples.Failure> failures(AlertRule rule) {
        return rule.examples().stream().filter(example -> example.needs().stream().allMatch(given -> rules.need(given.need()).isPresent())).flatMap(example -> failure(rule, example).stream()).toList();
    }

    private Optional<RuleExamples.Failure> failure(AlertRule rule, AlertExample example) {
        boolean found = isNamed(rule, example);
        return found == example.holds() ? Optional.empty()
                : Optional.of(new RuleExamples.Failure(rule.id(), example.title(), word(example.holds()), word(found)));
    }

    /** A rule that is off is tried as if it were on. */
    private boolean isNamed(AlertRule rule, AlertExample example) {
        List<ShownNeed> shown = shown(example);
        List<Need> needs = shown.stream().flatMap(need -> need.byAgency().stream()).toList();
        int level = example.harmed() ? LEVEL_OF_HARM : rules.levels().ofGroups(needs.stream().map(Need::group).distinct().count());
        List<AlertRule> tried = rules.alerts().stream().filter(one -> one.on() || one.id().equals(rule.id())).map(AlertExamples::switchedOn).toList();
        return new AlertRules(tried).holding(level, shown, needs, new Doubts()).stream().anyMatch(held -> held.id().equals(rule.id()));
    }

    private List<ShownNeed> shown(AlertExample example) {
        List<ShownNeed> shown = new ArrayList<>();
        for (AlertExample.Given given : example.needs()) {
            NeedRule need = rules.need(given.need()).orElseThrow();
            HeldRecord record = new HeldRecord(shown.size() + 1L, "EXAMPLE" + shown.size(), given.agency(), "example", "A", 1,
                    new Concern(need.id(), SOME_DAY, given.grade(), Concern.Status.OPEN), SOME_TIME, SOME_TIME, List.of(), List.of());
            shown.add(new ShownNeed(need, CHILD, given.grade(), need.title(), List.of(NeedTests.dated(record, SOME_DAY))));
        }
        return shown;
    }

    private static AlertRule switchedOn(AlertRule rule) {
        return new AlertRule(rule.id(), rule.version(), rule.title(), true, rule.queue(), rule.serves(), rule.supersedes(), rule.condition(),
                rule.examples());
    }

    private static String word(boolean holds) {
        return holds ? "holds" : "none";
    }
}
