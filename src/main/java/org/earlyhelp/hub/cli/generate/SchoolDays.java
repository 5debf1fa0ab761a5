package org.earlyhelp.hub.cli.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A plain English school year for any date: Mondays to Fridays outside the usual holidays. It is no borough's
 * calendar; near the end of a term it may differ by some days from the one in {@code rules/}.
 */
final class SchoolDays {
    private SchoolDays() {
    }

    /** 1 September on or before the day. */
    static LocalDate startOfSchoolYear(LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), Month.SEPTEMBER, 1);
        return day.isBefore(september) ? september.minusYears(1) : september;
    }

    /** The newest school days before {@code today} within its school year, oldest first, at most {@code limit}. */
    static List<LocalDate> before(LocalDate today, int limit) {
        LocalDate start = startOfSchoolYear(today);
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today.minusDays(1); !day.isBefore(start) && days.size() < limit; day = day.minusDays(1)) {
            if (isSchoolDay(day)) {
                days.add(day);
            }
        }
        Collections.reverse(days);
        return List.copyOf(days);
    }

    /** The first day of the span of that many school weeks that ends with the week of {@code today}. */
    static LocalDate startOfWeeks(LocalDate today, int weeks) {
        LocalDate monday = mondayOf(today);
        int found = 0;
        for (LocalDate week = monday; ; week = week.minusWeeks(1)) {
            found += hasSchoolDay(week) ? 1 : 0;
            if (found == weeks) {
                return week;
            }
        }
    }

    static boolean isSchoolDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        return between(day, LocalDate.of(year, 7, 23), LocalDate.of(year, 9, 1))
                || inWeekOf(day, LocalDate.of(year, 10, 28))
                || between(day, LocalDate.of(year, 12, 20), LocalDate.of(year, 12, 31))
                || between(day, LocalDate.of(year, 1, 1), LocalDate.of(year, 1, 4))
                || inWeekOf(day, LocalDate.of(year, 2, 18))
                || between(day, LocalDate.of(year, 4, 1), LocalDate.of(year, 4, 14))
                || inWeekOf(day, LocalDate.of(year, 5, 28));
    }

    private static boolean hasSchoolDay(LocalDate monday) {
        return monday.datesUntil(monday.plusDays(5)).anyMatch(SchoolDays::isSchoolDay);
    }

    private static boolean between(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static boolean inWeekOf(LocalDate day, LocalDate any) {
        return mondayOf(day).equals(mondayOf(any));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
