package org.earlyhelp.hub.need.trial;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.FamilyPast;
import org.earlyhelp.hub.need.engine.RulePair;
import org.earlyhelp.hub.need.engine.RulePair.Both;
import org.earlyhelp.hub.need.engine.RulePair.Stand;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.trial.FamilyDifference.Kind;

/**
 * Adds up, family by family, what two sets of rules say. Pure; holds counts and no facts, so the number of families does
 * not matter. An alert is counted in the week in which the family came to hold for its queue; one that held at the first
 * moment was raised before. Not thread-safe.
 */
public final class TwoRules {
    private final Rules before;
    private final Rules after;
    private final RulePair pair;
    private final Steps steps;
    private final List<FamilyDifference> listed = new ArrayList<>();
    private final Map<Kind, Long> counts = new TreeMap<>();
    private final Map<LocalDate, Map<String, long[]>> weeks = new TreeMap<>();
    private long families;
    private long levelOnly;
    private long undecidedBefore;
    private long undecidedAfter;

    /** {@code steps}: the moments at which both sets are asked. */
    public TwoRules(Rules before, Rules after, Steps steps) {
        this.before = before;
        this.after = after;
        this.pair = new RulePair(before, after);
        this.steps = steps;
    }

    /** Looks at one more family. */
    public void add(FamilyFacts facts) {
        FamilyPast past = new FamilyPast(facts, steps.moments());
        Both last = pair.next(past, 0, null);
        for (int step = 1; step < steps.moments().size(); step++) {
            Both now = pair.next(past, step, last);
            if (now != last) {
                count(steps.moments().get(step), queue(last.before(), before), queue(now.before(), before), 0);
                count(steps.moments().get(step), queue(last.after(), after), queue(now.after(), after), 1);
            }
            last = now;
        }
        compare(facts.familyRef(), last.before(), last.after());
    }

    /** How many were looked at so far. */
    long families() {
        return families;
    }

    /** What was found so far. */
    public WhatIf result() {
        List<WeekCount> perWeek = new ArrayList<>();
        weeks.forEach((monday, queues) -> queues.forEach((queue, count) -> perWeek.add(new WeekCount(monday, queue, count[0], count[1]))));
        long different = counts.values().stream().mapToLong(Long::longValue).sum();
        return new WhatIf(families, of(Kind.GAIN), of(Kind.LOSE), of(Kind.CHANGE), levelOnly, undecidedBefore, undecidedAfter, listed,
                different > listed.size(), perWeek);
    }

    private long of(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private void count(Instant moment, String last, String now, int side) {
        if (now != null && !now.equals(last)) {
            LocalDate monday = London.dateOf(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(monday, none -> new TreeMap<>()).computeIfAbsent(now, none -> new long[2])[side]++;
        }
    }

    /** Of the alert that the family has under those rules; null for none. */
    private static String queue(Stand stand, Rules rules) {
        return rules.alerts().stream().filter(rule -> rule.id().equals(stand.rule())).findFirst().map(AlertRule::queue).orElse(null);
    }

    private void compare(String family, Stand was, Stand is) {
        families++;
        undecidedBefore += was.undecided() ? 1 : 0;
        undecidedAfter += is.undecided() ? 1 : 0;
        boolean sameLevel = was.level() == is.level();
        if (Objects.equals(was.rule(), is.rule()) && (sameLevel || was.rule() == null)) {
            levelOnly += sameLevel ? 0 : 1;
            return;
        }
        Kind kind = was.rule() == null ? Kind.GAIN : is.rule() == null ? Kind.LOSE : Kind.CHANGE;
        counts.merge(kind, 1L, Long::sum);
        if (listed.size() < WhatIf.LISTED_LIMIT) {
            listed.add(new FamilyDifference(family, kind, was.rule(), is.rule(), was.level(), is.level()));
        }
    }
}
