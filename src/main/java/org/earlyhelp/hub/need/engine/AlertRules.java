package org.earlyhelp.hub.need.engine;

import java.util.List;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.need.rules.AlertRule;

/** Which alert rules hold for a family, in the order of the file. */
final class AlertRules {
    private final List<AlertRule> rules;

    AlertRules(List<AlertRule> rules) {
        this.rules = rules;
    }

    List<RuleRef> holding(int level, List<ShownNeed> shown, List<Need> needs) {
        return rules.stream().filter(AlertRule::on).filter(rule -> holds(rule.condition(), level, shown, needs))
                .map(rule -> new RuleRef(rule.id(), rule.version())).toList();
    }

    private static boolean holds(AlertRule.Condition condition, int level, List<ShownNeed> shown, List<Need> needs) {
        if (condition instanceof AlertRule.AtLevel at) {
            return level == at.level();
        }
        if (condition instanceof AlertRule.TwoAgencies) {
            return needs.stream().anyMatch(one -> needs.stream().anyMatch(
                    other -> !one.group().equals(other.group()) && !one.agency().equals(other.agency())));
        }
        return shown.stream().anyMatch(need -> need.rule().standsAloneAt(need.grade()));
    }
}
