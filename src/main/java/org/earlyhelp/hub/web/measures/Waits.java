package org.earlyhelp.hub.web.measures;

import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertFigures.Decided;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.web.counts.Count;
import org.earlyhelp.hub.web.counts.CountList;

/** How long families waited for a decision once two agencies had a fact about them, by the month of the decision. */
record Waits(List<Line> lines) {
    /** Nine tenths of fewer cases than this would be the longest wait of a single family. */
    static final int CASES_FOR_NINE_TENTHS = 10;
    private static final int HALF = 50;
    private static final int NINE_TENTHS = 90;
    private static final int ALL_PERCENT = 100;

    /**
     * One month, or all.
     *
     * @param days  from the day of the second agency's fact to the day of the decision
     * @param hours from when the alert rested on two agencies to the decision
     */
    record Line(String name, Count decided, Spread days, Spread hours) {
    }

    /** Within how much half and nine tenths of the cases lie; words where that is not shown. */
    record Spread(String half, String nineTenths) {
        static Spread of(List<Long> values, boolean shown) {
            return new Spread(shown && !values.isEmpty() ? String.valueOf(within(values, HALF)) : none(values),
                    shown && values.size() >= CASES_FOR_NINE_TENTHS ? String.valueOf(within(values, NINE_TENTHS)) : none(values));
        }

        private static String none(List<Long> values) {
            return values.isEmpty() ? "–" : Count.NOT_SHOWN;
        }
    }

    Waits {
        lines = List.copyOf(lines);
    }

    /** A line a month and one for all of them at the end. */
    static Waits of(List<Decided> decided, Months months) {
        CountList counts = CountList.of(months.names(), month -> of(month, decided).count());
        Stream<Line> monthly = months.names().stream().map(month -> line(Months.inWords(month), counts.of(month), of(month, decided).toList()));
        return new Waits(Stream.concat(monthly, Stream.of(line("All 12 months", counts.total(), decided))).toList());
    }

    private static Stream<Decided> of(String month, List<Decided> decided) {
        return decided.stream().filter(one -> YearMonth.from(London.dateOf(one.decidedAt())).toString().equals(month));
    }

    private static Line line(String name, Count count, List<Decided> decided) {
        return new Line(name, count, Spread.of(sorted(decided, Waits::days), count.isShown()), Spread.of(sorted(decided, Waits::hours), count.isShown()));
    }

    private static List<Long> sorted(List<Decided> decided, ToLongFunction<Decided> wait) {
        return decided.stream().map(wait::applyAsLong).sorted().toList();
    }

    private static long days(Decided one) {
        return Math.max(0, ChronoUnit.DAYS.between(one.secondFactOn(), London.dateOf(one.decidedAt())));
    }

    private static long hours(Decided one) {
        return Math.max(0, Duration.between(one.secondKnownAt(), one.decidedAt()).toHours());
    }

    /** The smallest of the sorted values that so many percent do not exceed (nearest rank). */
    static long within(List<Long> sorted, int percent) {
        int rank = (sorted.size() * percent + ALL_PERCENT - 1) / ALL_PERCENT;
        return sorted.get(Math.max(1, rank) - 1);
    }
}
