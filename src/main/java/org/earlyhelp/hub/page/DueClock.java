package org.earlyhelp.hub.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.earlyhelp.hub.kernel.London;

/**
 * Until when somebody must act, in words: {@code Acknowledge by 09:40 today, 20 minutes left}.
 *
 * @param by   the act and its time
 * @param left how much time is left, or by how much it has run out
 */
public record DueClock(String by, String left, Urgency urgency) {
    /** How pressing it is, for a colour beside the words. */
    public enum Urgency { OVERDUE, SOON, LATER }

    /** So long before its time something is due soon. */
    public static final Duration SOON = Duration.ofHours(1);
    private static final Duration MINUTES_SHOWN = Duration.ofHours(6);
    private static final Duration HOURS_SHOWN = Duration.ofHours(48);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    /** The clock of one act, such as {@code Acknowledge}. */
    public static DueClock of(String act, Instant by, Instant now) {
        String until = act + " by " + TIME.format(London.timeOf(by)) + " " + day(London.dateOf(by), London.dateOf(now));
        if (by.isBefore(now)) {
            return new DueClock(until, "overdue by " + span(Duration.between(by, now)), Urgency.OVERDUE);
        }
        Duration left = Duration.between(now, by);
        return new DueClock(until, span(left) + " left", left.compareTo(SOON) <= 0 ? Urgency.SOON : Urgency.LATER);
    }

    /** Both halves as one phrase. */
    public String words() {
        return by + ", " + left;
    }

    /** {@code today}, {@code tomorrow}, {@code yesterday}, else {@code on Thursday 26 November}. */
    static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow";
        }
        return day.equals(today.minusDays(1)) ? "yesterday" : "on " + DAY.format(day) + (day.getYear() == today.getYear() ? "" : " " + day.getYear());
    }

    /** {@code 20 minutes}, {@code 2 hours 5 minutes}, {@code 9 hours}, {@code 3 days}; minutes are those begun. */
    static String span(Duration span) {
        long minutes = Math.max(1, (span.toSeconds() + 59) / 60);
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        if (span.compareTo(HOURS_SHOWN) >= 0) {
            return counted(span.toDays(), "day");
        }
        String hours = counted(minutes / 60, "hour");
        return span.compareTo(MINUTES_SHOWN) >= 0 || minutes % 60 == 0 ? hours : hours + " " + counted(minutes % 60, "minute");
    }

    private static String counted(long count, String unit) {
        return count == 1 ? "1 " + unit : count + " " + unit + "s";
    }
}
