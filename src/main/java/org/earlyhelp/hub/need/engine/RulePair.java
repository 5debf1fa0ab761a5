package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.need.rules.Rules;

/**
 * Two sets of rules asked about the same family at the same moment, of whom nothing was known before. A rule that both
 * sets hold alike is tried once. Says whether anybody would be told, and leaves out what an assessment says beside that.
 * Pure.
 */
public final class RulePair {
    private final Rules before;
    private final Rules after;
    private final boolean hasOneCalendar;

    /**
     * What one set says.
     *
     * @param rules     the alert rules that hold, the first one names the alert; empty = no alert
     * @param undecided whether any rule cannot be evaluated
     */
    public record Stand(List<RuleRef> rules, int level, boolean undecided) {
        public Stand {
            rules = List.copyOf(rules);
        }

        /** The rule that names the alert; null for no alert. */
        public String rule() {
            return rules.isEmpty() ? null : rules.get(0).id();
        }
    }

    /** What both say. Before {@code lookAgainAt} time alone changes neither; null = never. */
    public record Both(Stand before, Stand after, Instant lookAgainAt) {
        boolean isDue(Instant moment) {
            return lookAgainAt != null && !moment.isBefore(lookAgainAt);
        }
    }

    /** Rules of both sets that are alike are looked at once. */
    public RulePair(Rules before, Rules after) {
        this.before = before;
        this.after = new Rules(likeIn(before.needs(), after.needs()), likeIn(before.harmTests(), after.harmTests()), after.levels(), after.alerts(),
                after.pathways(), after.registerWithinDays(), after.concerns(), after.localities(), after.calendar());
        this.hasOneCalendar = before.calendar().equals(after.calendar());
    }

    /** The same rules, those that stand alike among the known ones as the known instance. */
    private static <T> List<T> likeIn(Collection<T> known, Collection<T> rules) {
        var instances = known.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        return rules.stream().map(rule -> instances.getOrDefault(rule, rule)).toList();
    }

    /**
     * What both say of the family at that step of its past, which is what they said at the step before where nothing was
     * observed since and time alone changes nothing.
     *
     * @param last what they said at the step before; null at the first
     */
    public Both next(FamilyPast past, int step, Both last) {
        boolean isSame = last != null && !past.grewTo(step) && !last.isDue(past.moment(step));
        return isSame ? last : at(past, step);
    }

    private Both at(FamilyPast past, int step) {
        Moment moment = new Moment(past.moment(step));
        FamilyPast.View view = past.at(step);
        RuleOutcomes outcomes = new RuleOutcomes(view.facts(), view.histories(), before.calendar(), moment);
        RuleOutcomes others = hasOneCalendar ? outcomes : new RuleOutcomes(view.facts(), view.histories(), after.calendar(), moment);
        return new Both(stand(before, outcomes), stand(after, others), moment.lookAgainAt());
    }

    private static Stand stand(Rules rules, RuleOutcomes outcomes) {
        Findings found = outcomes.of(rules);
        int level = new FamilyLevel(rules, Known.NOTHING, found.doubts()).of(found.needs(), found.harms());
        List<Need> needs = found.needs().stream().flatMap(need -> need.byAgency().stream()).toList();
        List<RuleRef> holding = new AlertRules(rules.alerts()).holding(level, found.needs(), needs, found.doubts());
        return new Stand(holding, level, !found.doubts().undecided().isEmpty());
    }
}
