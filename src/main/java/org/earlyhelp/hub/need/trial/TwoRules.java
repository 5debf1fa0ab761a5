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
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.engine.FactsAsOf;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.Known;
import org.earlyhelp.hub.need.engine.NeedEngine;
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
    private final NeedEngine engineBefore;
    private final NeedEngine engineAfter;
    private final Steps steps;
    private final List<FamilyDifference> listed = new ArrayList<>();
    private final Map<Kind, Long> counts = new TreeMap<>();
    private final Map<LocalDate, Map<String, long[]>> weeks = new TreeMap<>();
    private long families;
    private long levelOnly;
    private long undecidedBefore;
    private long undecidedAfter;

    public TwoRules(Rules before, Rules after, Steps steps) {
        this.before = before;
        this.after = after;
        this.engineBefore = new NeedEngine(before, LiveFeeds.ALL);
        this.engineAfter = new NeedEngine(after, LiveFeeds.ALL);
        this.steps = steps;
    }

    /** Looks at one more family. */
    public void add(FamilyFacts facts) {
        Sight lastBefore = null;
        Sight lastAfter = null;
        List<Instant> moments = steps.moments();
        for (int i = 0; i < moments.size(); i++) {
            Instant moment = moments.get(i);
            FamilyFacts then = i == moments.size() - 1 ? facts : FactsAsOf.of(facts, moment);
            Sight nowBefore = Sight.of(engineBefore.assess(then, Known.NOTHING, moment).assessment(), before);
            Sight nowAfter = Sight.of(engineAfter.assess(then, Known.NOTHING, moment).assessment(), after);
            if (i > 0) {
                count(moment, lastBefore, nowBefore, 0);
                count(moment, lastAfter, nowAfter, 1);
            }
            lastBefore = nowBefore;
            lastAfter = nowAfter;
        }
        compare(facts.familyRef(), lastBefore, lastAfter);
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

    private void count(Instant moment, Sight last, Sight now, int side) {
        if (now.queue() != null && !now.queue().equals(last.queue())) {
            LocalDate monday = London.dateOf(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(monday, none -> new TreeMap<>()).computeIfAbsent(now.queue(), none -> new long[2])[side]++;
        }
    }

    private void compare(String family, Sight was, Sight is) {
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
