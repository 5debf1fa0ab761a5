package org.earlyhelp.hub.need.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.need.rules.AlertRule;

/** Which alert rules hold for a family, in the order of the file, those that are superseded left out. */
final class AlertRules {
    private final List<AlertRule> rules;

    AlertRules(List<AlertRule> rules) {
        this.rules = rules;
    }

    /** What holds; a rule that could not be decided is told to {@code doubts} and counts for nothing. */
    List<RuleRef> holding(int level, List<ShownNeed> shown, List<Need> needs, Doubts doubts) {
        Family family = new Family(level, shown, needs, doubts);
        List<AlertRule> holding = new ArrayList<>();
        for (AlertRule rule : rules) {
            Verdict verdict = rule.on() ? family.verdict(rule.condition()) : Verdict.HOLDS_NOT;
            if (verdict == Verdict.HOLDS) {
                holding.add(rule);
            } else if (verdict == Verdict.UNDECIDED) {
                doubts.undecided(rule.id(), "a need it asks for could not be decided");
            }
        }
        Set<String> superseded = new HashSet<>();
        holding.forEach(rule -> superseded.addAll(rule.supersedes()));
        return holding.stream().filter(rule -> !superseded.contains(rule.id())).map(rule -> new RuleRef(rule.id(), rule.version())).toList();
    }

    /** What one condition says of a family. */
    static Verdict verdict(AlertRule.Condition condition, int level, List<ShownNeed> shown, List<Need> needs, Doubts doubts) {
        return new Family(level, shown, needs, doubts).verdict(condition);
    }

    /** What the rules look at. */
    private record Family(int level, List<ShownNeed> shown, List<Need> needs, Doubts doubts) {
        Verdict verdict(AlertRule.Condition condition) {
            if (condition instanceof AlertRule.Combined combined) {
                Verdicts verdicts = new Verdicts();
                combined.parts().forEach(part -> verdicts.add(verdict(part)));
                return verdicts.joined(combined.join());
            }
            if (condition instanceof AlertRule.HasNeed has) {
                return Verdict.of(shown.stream().anyMatch(need -> isAsked(has, need)), has.codes().stream().anyMatch(doubts::isUndecided));
            }
            return Verdict.of(holds(condition), false);
        }

        private static boolean isAsked(AlertRule.HasNeed asked, ShownNeed need) {
            return asked.codes().contains(need.rule().id()) && (asked.grades().isEmpty() || asked.grades().contains(need.grade()));
        }

        private boolean holds(AlertRule.Condition condition) {
            if (condition instanceof AlertRule.AtLevel at) {
                return level == at.level();
            }
            if (condition instanceof AlertRule.Groups groups) {
                return needs.stream().map(Need::group).distinct().count() >= groups.atLeast();
            }
            if (condition instanceof AlertRule.TwoAgencies) {
                return needs.stream().anyMatch(one -> needs.stream().anyMatch(
                        other -> !one.group().equals(other.group()) && !one.agency().equals(other.agency())));
            }
            return shown.stream().anyMatch(need -> need.rule().standsAloneAt(need.grade()));
        }
    }
}
