package org.earlyhelp.hub.alert.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * Bank holidays of England and Wales, worked out rather than listed so that they never run out: Banking and Financial
 * Dealings Act 1971, schedule 1, the two that are appointed every year (New Year's Day, first Monday in May), and
 * Good Friday and Christmas Day, which are holidays at common law. One that falls on a weekend moves to the next
 * weekday. Holidays proclaimed for one occasion cannot be worked out and are given as {@code proclaimed}.
 */
public record BankHolidays(Set<LocalDate> proclaimed) {
    public BankHolidays {
        proclaimed = Set.copyOf(proclaimed);
    }

    /** Whether the day is a bank holiday. */
    public boolean isHoliday(LocalDate day) {
        return proclaimed.contains(day) || of(day.getYear()).contains(day);
    }

    /** Monday to Friday and no bank holiday. */
    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !isHoliday(day);
    }

    /** The first working day after that day. */
    public LocalDate workingDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The regular holidays of a year, in order. */
    public static Set<LocalDate> of(int year) {
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate easter = easterSunday(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        addOrSubstitute(days, LocalDate.of(year, Month.JANUARY, 1));
        addOrSubstitute(days, LocalDate.of(year, Month.DECEMBER, 25));
        addOrSubstitute(days, LocalDate.of(year, Month.DECEMBER, 26));
        return days;
    }

    private static void addOrSubstitute(Set<LocalDate> days, LocalDate day) {
        LocalDate kept = day;
        while (isWeekend(kept) || days.contains(kept)) {
            kept = kept.plusDays(1);
        }
        days.add(kept);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Gregorian Easter by the anonymous algorithm that Meeus gives (Astronomical Algorithms, chapter 8). */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
