package org.earlyhelp.hub.need.trial;

import java.util.Optional;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.need.rules.Rules;

/** What one set of rules says of a family at a moment: the rule that names its alert and the queue, null for no alert. */
record Sight(String rule, String queue, int level, boolean undecided) {
    static Sight of(Assessment assessment, Rules rules) {
        String first = assessment.rules().isEmpty() ? null : assessment.rules().get(0).id();
        Optional<AlertRule> named = rules.alerts().stream().filter(rule -> rule.id().equals(first)).findFirst();
        return new Sight(first, named.map(AlertRule::queue).orElse(null), assessment.level(), !assessment.undecided().isEmpty());
    }
}
