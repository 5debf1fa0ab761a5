package org.earlyhelp.hub.intake.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.Expectation;

/**
 * The periods of a feed. A school day's is the civil day, a night's runs from noon to noon, a week's from Monday, an hour's
 * is the hour of the clock; a feed that sends at any time has none. Stateless.
 */
public final class FeedCalendar {
    private static final int SEARCH_LIMIT_DAYS = 120;
    private static final int SEARCH_LIMIT_WEEKS = 60;
    private static final int SEARCH_LIMIT_HOURS = 24 * 14;
    private static final int MOST_DAYS_OF_GRACE = 42;
    private final KnownSchoolDays schoolDays;

    /** {@code schoolDays} says on which days schools are open. */
    public FeedCalendar(KnownSchoolDays schoolDays) {
        this.schoolDays = schoolDays;
    }

    /** The periods that are due by {@code now}, the newest first, at most {@code limit}. */
    public List<ExpectedPeriod> due(Expectation expected, Instant now, int limit) {
        return back(expected, now).filter(period -> !period.due().isAfter(now)).limit(limit).toList();
    }

    /** The next moment after {@code now} at which a file is late if none comes; empty without one in sight. */
    public Optional<Instant> nextDue(Expectation expected, Instant now) {
        return forth(expected, now).map(ExpectedPeriod::due).filter(due -> due.isAfter(now)).findFirst();
    }

    /** The civil day that the period is named after: a night's is the morning. */
    static LocalDate dayOf(ExpectedPeriod period) {
        return London.dateOf(period.until().minusNanos(1));
    }

    private Stream<ExpectedPeriod> back(Expectation expected, Instant now) {
        return from(expected, London.dateOf(now).plusDays(1), now, -1);
    }

    private Stream<ExpectedPeriod> forth(Expectation expected, Instant now) {
        LocalDate first = London.dateOf(now).minusDays(Math.min(MOST_DAYS_OF_GRACE, expected.grace().toDays() + 1));
        return from(expected, first, now.minus(expected.grace().plusHours(1)), 1);
    }

    /** The periods from that day, or that hour, on; {@code step} 1 goes forward in time, -1 back. */
    private Stream<ExpectedPeriod> from(Expectation expected, LocalDate day, Instant hour, int step) {
        Stream<LocalDate> days = Stream.iterate(day, one -> one.plusDays(step)).limit(SEARCH_LIMIT_DAYS);
        return switch (expected.rhythm()) {
            case SCHOOL_DAYS -> days.filter(schoolDays::isSchoolDay).map(one -> dayPeriod(one, expected));
            case NIGHTLY -> days.map(one -> nightPeriod(one, expected));
            case WEEKLY -> Stream.iterate(mondayOf(day), monday -> monday.plusWeeks(step)).limit(SEARCH_LIMIT_WEEKS).map(monday -> weekPeriod(monday, expected));
            case HOURLY -> Stream.iterate(hour.truncatedTo(ChronoUnit.HOURS), one -> one.plus(step, ChronoUnit.HOURS)).limit(SEARCH_LIMIT_HOURS).map(one -> hourPeriod(one, expected));
            case ANY_TIME -> Stream.empty();
        };
    }

    private static ExpectedPeriod dayPeriod(LocalDate day, Expectation expected) {
        return new ExpectedPeriod(London.startOf(day), London.startOf(day.plusDays(1)), at(day, expected.by()).plus(expected.grace()));
    }

    private static ExpectedPeriod nightPeriod(LocalDate day, Expectation expected) {
        return new ExpectedPeriod(at(day.minusDays(1), LocalTime.NOON), at(day, LocalTime.NOON), at(day, expected.by()).plus(expected.grace()));
    }

    private static ExpectedPeriod weekPeriod(LocalDate monday, Expectation expected) {
        LocalDate day = monday.plusDays(expected.on().getValue() - 1L);
        return new ExpectedPeriod(London.startOf(monday), London.startOf(monday.plusWeeks(1)), at(day, expected.by()).plus(expected.grace()));
    }

    private static ExpectedPeriod hourPeriod(Instant hour, Expectation expected) {
        Instant end = hour.plus(Duration.ofHours(1));
        return new ExpectedPeriod(hour, end, end.plus(expected.grace()));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return London.instantOf(day.atTime(time));
    }
}
