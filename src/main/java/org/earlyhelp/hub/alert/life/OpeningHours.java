package org.earlyhelp.hub.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.earlyhelp.hub.kernel.London;

/**
 * The front door's opening calendar: open on working days between two civil times. A day on which the clocks change counts
 * the hours it really has.
 *
 * @param closes null when open until midnight
 */
public record OpeningHours(LocalTime opens, LocalTime closes, BankHolidays holidays) implements OpeningTime {
    private static final String MIDNIGHT = "24:00";

    public OpeningHours {
        if (closes != null && !closes.isAfter(opens)) {
            throw new IllegalArgumentException("the front door must close after it opens: " + opens + " to " + closes);
        }
    }

    /**
     * Reads {@code 08:30-17:00}; {@code 00:00-24:00} counts whole working days; empty counts every hour.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static OpeningTime parse(String text, BankHolidays holidays) {
        if (text.isBlank()) {
            return ELAPSED;
        }
        String[] ends = text.strip().split("-", -1);
        try {
            LocalTime opens = LocalTime.parse(ends[0].strip());
            String closes = ends.length == 2 ? ends[1].strip() : "";
            return new OpeningHours(opens, closes.equals(MIDNIGHT) ? null : LocalTime.parse(closes), holidays);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("opening hours are written like 08:30-17:00, not " + text, e);
        }
    }

    @Override
    public Duration counted(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = London.dateOf(from); !London.startOf(day).isAfter(until); day = day.plusDays(1)) {
            sum = sum.plus(openOn(day, from, until));
        }
        return sum;
    }

    private Duration openOn(LocalDate day, Instant from, Instant until) {
        Instant begin = later(from, London.instantOf(day.atTime(opens)));
        Instant closing = closingOf(day);
        Instant end = closing.isBefore(until) ? closing : until;
        return holidays.isWorkingDay(day) && begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }

    private Instant closingOf(LocalDate day) {
        return closes == null ? London.startOf(day.plusDays(1)) : London.instantOf(day.atTime(closes));
    }

    @Override
    public Instant after(Instant start, Duration counted) {
        Duration left = counted;
        LocalDate day = London.dateOf(start);
        while (true) {
            if (holidays.isWorkingDay(day)) {
                Instant from = later(start, London.instantOf(day.atTime(opens)));
                Instant until = closingOf(day);
                Duration open = from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
                if (left.compareTo(open) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(open);
            }
            day = day.plusDays(1);
        }
    }

    /** Whether the moment lies within the hours of a working day. */
    public boolean isOpenAt(Instant moment) {
        LocalTime time = London.timeOf(moment).toLocalTime();
        return holidays.isWorkingDay(London.dateOf(moment)) && !time.isBefore(opens) && (closes == null || time.isBefore(closes));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
