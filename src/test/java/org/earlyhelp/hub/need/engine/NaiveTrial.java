package org.earlyhelp.hub.need.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.trial.WeekCount;

/** The what-if as plainly as it can be said: each family assessed whole, under each set, at every moment. An oracle for the quick one. */
final class NaiveTrial {
    private final Rules before;
    private final Rules after;
    private final List<Instant> moments;
    private final Map<LocalDate, Map<String, long[]>> weeks = new TreeMap<>();

    NaiveTrial(Rules before, Rules after, List<Instant> moments) {
        this.before = before;
        this.after = after;
        this.moments = moments;
    }

    /** What both sets say at each moment, as text. */
    List<String> add(FamilyFacts facts) {
        List<String> said = new ArrayList<>();
        Assessment[] last = new Assessment[2];
        for (Instant moment : moments) {
            FamilyFacts then = moment.equals(moments.get(moments.size() - 1)) ? facts : FactsAsOf.of(facts, moment);
            Assessment[] now = {assess(before, then, moment), assess(after, then, moment)};
            if (last[0] != null) {
                count(moment, queue(before, last[0]), queue(before, now[0]), 0);
                count(moment, queue(after, last[1]), queue(after, now[1]), 1);
            }
            last = now;
            said.add(text(now[0]) + " / " + text(now[1]));
        }
        return said;
    }

    List<WeekCount> weeks() {
        List<WeekCount> counts = new ArrayList<>();
        weeks.forEach((monday, queues) -> queues.forEach((queue, count) -> counts.add(new WeekCount(monday, queue, count[0], count[1]))));
        return counts;
    }

    static Assessment assess(Rules rules, FamilyFacts facts, Instant moment) {
        return new NeedEngine(rules, LiveFeeds.ALL).assess(facts, Known.NOTHING, moment).assessment();
    }

    static String text(Assessment it) {
        return it.rules() + " " + it.level() + (it.undecided().isEmpty() ? "" : " undecided");
    }

    private void count(Instant moment, String last, String now, int side) {
        if (now != null && !now.equals(last)) {
            LocalDate monday = London.dateOf(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(monday, none -> new TreeMap<>()).computeIfAbsent(now, none -> new long[2])[side]++;
        }
    }

    private static String queue(Rules rules, Assessment it) {
        return it.rules().isEmpty() ? null
                : rules.alerts().stream().filter(rule -> rule.id().equals(it.rules().get(0).id())).findFirst().orElseThrow().queue();
    }
}
