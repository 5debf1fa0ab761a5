package org.earlyhelp.hub.web.measures;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.AlertFigures.RuleUse;
import org.earlyhelp.hub.alert.Decision.Feedback;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.web.counts.CountList;

/**
 * One rule as the page shows it.
 *
 * @param outcome  the outcome it serves, in words
 * @param raised   alerts of the last 30 days and of the days before, up to 90: concealed together, as the page shows 30 and 90
 * @param feedback alerts of the last 12 months by what the front door said of them
 * @param examples how many examples stand beside it; 0 = none to open
 */
record RuleLine(String id, int version, String title, boolean on, String outcome, String holdsWhen, CountList raised, CountList feedback, int examples) {
    private static final String RECENT = "Last 30 days";
    private static final String BEFORE = "31 to 90 days ago";
    private static final List<String> ANSWERS = Arrays.stream(Feedback.values()).map(Feedback::name).toList();

    /** The alerts to count, and where the last 30 and the last 90 days begin. */
    record Uses(List<RuleUse> all, Instant recent, Instant before) {
        private CountList raised(Predicate<RuleUse> ofRule) {
            return CountList.of(List.of(RECENT, BEFORE), span -> all.stream().filter(ofRule)
                    .filter(use -> !use.raisedAt().isBefore(span.equals(RECENT) ? recent : before))
                    .filter(use -> span.equals(RECENT) || use.raisedAt().isBefore(recent)).count());
        }

        private CountList feedback(Predicate<RuleUse> ofRule) {
            return CountList.of(ANSWERS, answer -> all.stream().filter(ofRule).filter(use -> use.feedback() == Feedback.valueOf(answer)).count());
        }
    }

    static RuleLine of(AlertRule rule, Uses uses) {
        Predicate<RuleUse> ofRule = use -> use.rule().equals(rule.id());
        return new RuleLine(rule.id(), rule.version(), rule.title(), rule.on(), rule.serves().stream().sorted().map(OutcomeWords::hindered).collect(Collectors.joining(", ")), HoldsWhen.of(rule.condition()), uses.raised(ofRule),
                uses.feedback(ofRule), rule.examples().size());
    }

    static RuleLine of(HarmRule rule, Uses uses) {
        Predicate<RuleUse> ofRule = use -> use.codes().contains(rule.id());
        return new RuleLine(rule.id(), rule.version(), rule.title(), rule.on(), OutcomeWords.hindered(rule.outcome()), HoldsWhen.of(rule.condition()), uses.raised(ofRule),
                uses.feedback(ofRule), rule.examples().size());
    }

    static RuleLine of(NeedRule rule, Uses uses) {
        Predicate<RuleUse> ofRule = use -> use.codes().contains(rule.id());
        return new RuleLine(rule.id(), rule.version(), rule.title(), rule.on(), OutcomeWords.hindered(rule.outcome()), HoldsWhen.of(rule.condition()),
                uses.raised(ofRule), uses.feedback(ofRule), rule.examples().size());
    }

    /** Alerts of the last 30 days. */
    public String recent() {
        return raised.of(RECENT).text();
    }

    /** The share of answered alerts of which the front door said so; a dash while nobody has answered. */
    private String share(Feedback answer) {
        return feedback.of(answer.name()).shareOf(feedback.total());
    }

    public String useful() {
        return share(Feedback.USEFUL);
    }

    public String notUseful() {
        return share(Feedback.NOT_USEFUL);
    }

    public String alreadyKnown() {
        return share(Feedback.ALREADY_KNOWN);
    }
}
