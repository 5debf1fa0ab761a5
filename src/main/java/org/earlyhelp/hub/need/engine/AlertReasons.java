package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.Rules;

/**
 * What each alert rule says of one family at one moment, and of which part: for whoever asks why no alert came. Pure.
 *
 * @param harmTests codes of the tests of significant harm that hold
 * @param undecided rules that could not be evaluated, with the reason
 */
public record AlertReasons(int level, List<Need> needs, List<String> harmTests, List<Reason> rules, List<String> undecided) {
    public AlertReasons {
        needs = List.copyOf(needs);
        harmTests = List.copyOf(harmTests);
        rules = List.copyOf(rules);
        undecided = List.copyOf(undecided);
    }

    /** SUPERSEDED holds, but another rule of its queue speaks for it. */
    public enum Says { HOLDS, SUPERSEDED, LACKS, UNDECIDED, SWITCHED_OFF }

    /** One rule; {@code parts} are what it asks for, all of which must hold. */
    public record Reason(String rule, int version, String queue, Says says, List<Part> parts) {
        public Reason {
            parts = List.copyOf(parts);
        }
    }

    /** One thing that a rule asks for. */
    public record Part(AlertRule.Condition condition, boolean holds, boolean undecided) {
    }

    /** Looks at the family under the rules; nothing is changed by it. */
    public static AlertReasons of(Rules rules, FamilyFacts facts, Known known, Instant now) {
        List<PersonHistory> histories = facts.records().size() > RuleOutcomes.RECORDS_LIMIT ? List.of() : PersonHistory.of(facts);
        Findings found = new RuleOutcomes(facts, histories, rules.calendar(), new Moment(now)).of(rules);
        List<ShownNeed> shown = found.needs().stream().filter(need -> NeedEngine.mayBeRaised(need, facts)).toList();
        int level = new FamilyLevel(rules, known, found.doubts()).of(shown, found.harms());
        List<Need> needs = shown.stream().flatMap(need -> need.byAgency().stream()).toList();
        List<AlertRule> holding = rules.alerts().stream().filter(rule -> rule.on() && verdict(rule.condition(), level, shown, needs, found) == Verdict.HOLDS).toList();
        Set<String> superseded = new HashSet<>();
        holding.forEach(rule -> superseded.addAll(rule.supersedes()));
        List<Reason> reasons = new ArrayList<>();
        for (AlertRule rule : rules.alerts()) {
            Says says = superseded.contains(rule.id()) && holding.contains(rule) ? Says.SUPERSEDED : said(rule, verdict(rule.condition(), level, shown, needs, found));
            List<Part> parts = partsOf(rule.condition()).stream().map(part -> {
                Verdict verdict = verdict(part, level, shown, needs, found);
                return new Part(part, verdict == Verdict.HOLDS, verdict == Verdict.UNDECIDED);
            }).toList();
            reasons.add(new Reason(rule.id(), rule.version(), rule.queue(), says, parts));
        }
        return new AlertReasons(level, needs, found.harms().stream().map(harm -> harm.rule().id()).distinct().toList(), reasons, found.doubts().undecided());
    }

    private static Verdict verdict(AlertRule.Condition condition, int level, List<ShownNeed> shown, List<Need> needs, Findings found) {
        return AlertRules.verdict(condition, level, shown, needs, found.doubts());
    }

    private static Says said(AlertRule rule, Verdict verdict) {
        if (!rule.on()) {
            return Says.SWITCHED_OFF;
        }
        return switch (verdict) {
            case HOLDS -> Says.HOLDS;
            case HOLDS_NOT -> Says.LACKS;
            case UNDECIDED -> Says.UNDECIDED;
        };
    }

    private static List<AlertRule.Condition> partsOf(AlertRule.Condition condition) {
        return condition instanceof AlertRule.Combined combined && combined.join() == NeedCondition.Join.ALL ? combined.parts() : List.of(condition);
    }
}
