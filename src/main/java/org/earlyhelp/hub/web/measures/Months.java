package org.earlyhelp.hub.web.measures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.earlyhelp.hub.page.PlainTime;

/** The months that figures cover, oldest first: always the same twelve up to now, of which a reader may look at some. */
record Months(List<YearMonth> all, YearMonth from, YearMonth to, String problem) {
    static final int MONTHS = 12;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.UK);

    Months {
        all = List.copyOf(all);
    }

    /** The twelve months up to the day's own. */
    static Months upTo(LocalDate today) {
        YearMonth last = YearMonth.from(today);
        List<YearMonth> all = IntStream.range(0, MONTHS).mapToObj(i -> last.minusMonths(MONTHS - 1L - i)).toList();
        return new Months(all, all.get(0), last, null);
    }

    /** Those between the two, {@code yyyy-MM}; all, with the problem in words, when that makes no sense; null or "" is no limit. */
    Months between(String first, String last) {
        try {
            YearMonth wantedFrom = isGiven(first) ? YearMonth.parse(first) : from;
            YearMonth wantedTo = isGiven(last) ? YearMonth.parse(last) : to;
            if (wantedFrom.isAfter(wantedTo)) {
                return new Months(all, from, to, "The first month must not be after the last");
            }
            return new Months(all, wantedFrom, wantedTo, null);
        } catch (DateTimeException e) {
            return new Months(all, from, to, "Choose a month from the list");
        }
    }

    private static boolean isGiven(String month) {
        return month != null && !month.isEmpty();
    }

    LocalDate firstDay() {
        return all.get(0).atDay(1);
    }

    /** Whether the reader wants to see the month of that name. */
    boolean shows(String name) {
        YearMonth month = YearMonth.parse(name);
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** All months as {@code yyyy-MM}. */
    List<String> names() {
        return all.stream().map(YearMonth::toString).toList();
    }

    /** {@code November 2026}. */
    static String inWords(String name) {
        return PlainTime.month(YearMonth.parse(name));
    }

    /** {@code Nov}. */
    static String inShort(String name) {
        return SHORT.format(YearMonth.parse(name));
    }
}
