package org.earlyhelp.hub.intake.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import org.earlyhelp.hub.sharing.Expectation;
import org.earlyhelp.hub.sharing.Expectation.Rhythm;
import org.junit.jupiter.api.Test;

/** Monday 23 November 2026 is a school day; 26 and 27 October 2026 lie in half-term. */
class FeedCalendarTests {
    private final FeedCalendar calendar = new FeedCalendar(day -> day.getDayOfWeek().getValue() <= 5 && (day.isBefore(LocalDate.of(2026, 10, 24)) || day.isAfter(LocalDate.of(2026, 11, 1))));

    static Expectation expected(Rhythm rhythm, String by, DayOfWeek on, Duration grace) {
        return new Expectation(rhythm, by == null ? null : LocalTime.parse(by), on, grace, rhythm == Rhythm.ANY_TIME ? Period.ofDays(3) : null, 0.5, 3);
    }

    private List<Instant> dues(Expectation expected, String now, int limit) {
        return calendar.due(expected, Instant.parse(now), limit).stream().map(ExpectedPeriod::due).toList();
    }

    @Test
    void expectsASchoolDaysFileOnSchoolDaysOnly() {
        Expectation morning = expected(Rhythm.SCHOOL_DAYS, "10:30", null, Duration.ofHours(2));
        assertThat(dues(morning, "2026-11-23T12:29:59Z", 2)).containsExactly(Instant.parse("2026-11-20T12:30:00Z"), Instant.parse("2026-11-19T12:30:00Z"));
        assertThat(dues(morning, "2026-11-23T12:30:00Z", 1)).containsExactly(Instant.parse("2026-11-23T12:30:00Z"));
        assertThat(dues(morning, "2026-11-01T20:00:00Z", 1)).containsExactly(Instant.parse("2026-10-23T11:30:00Z"));
        assertThat(calendar.nextDue(morning, Instant.parse("2026-10-24T00:00:00Z"))).contains(Instant.parse("2026-11-02T12:30:00Z"));
    }

    @Test
    void keepsCivilTimeWhenClocksChange() {
        Expectation night = expected(Rhythm.NIGHTLY, "06:00", null, Duration.ofHours(1));
        assertThat(dues(night, "2026-10-26T07:00:00Z", 3)).containsExactly(Instant.parse("2026-10-26T07:00:00Z"), Instant.parse("2026-10-25T07:00:00Z"), Instant.parse("2026-10-24T06:00:00Z"));
    }

    @Test
    void countsANightFromNoonToNoon() {
        ExpectedPeriod night = calendar.due(expected(Rhythm.NIGHTLY, "06:00", null, Duration.ofHours(1)), Instant.parse("2026-11-23T08:40:00Z"), 1).get(0);
        assertThat(night).isEqualTo(new ExpectedPeriod(Instant.parse("2026-11-22T12:00:00Z"), Instant.parse("2026-11-23T12:00:00Z"), Instant.parse("2026-11-23T07:00:00Z")));
        assertThat(FeedCalendar.dayOf(night)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void expectsAWeeklyFileOnItsDay() {
        Expectation weekly = expected(Rhythm.WEEKLY, "17:00", DayOfWeek.WEDNESDAY, Duration.ofHours(24));
        assertThat(dues(weekly, "2026-11-26T16:59:00Z", 1)).containsExactly(Instant.parse("2026-11-19T17:00:00Z"));
        assertThat(dues(weekly, "2026-11-26T17:00:00Z", 1)).containsExactly(Instant.parse("2026-11-26T17:00:00Z"));
        assertThat(calendar.nextDue(weekly, Instant.parse("2026-11-26T17:00:00Z"))).contains(Instant.parse("2026-12-03T17:00:00Z"));
    }

    @Test
    void expectsAnHourlyFileAfterEachHour() {
        Expectation hourly = expected(Rhythm.HOURLY, null, null, Duration.ofMinutes(30));
        assertThat(dues(hourly, "2026-11-23T08:40:00Z", 2)).containsExactly(Instant.parse("2026-11-23T08:30:00Z"), Instant.parse("2026-11-23T07:30:00Z"));
        assertThat(calendar.nextDue(hourly, Instant.parse("2026-11-23T08:40:00Z"))).contains(Instant.parse("2026-11-23T09:30:00Z"));
    }

    @Test
    void expectsNothingAtACertainTimeOfAFeedThatReportsWhenItMust() {
        Expectation anyTime = expected(Rhythm.ANY_TIME, null, null, Duration.ofHours(1));
        assertThat(dues(anyTime, "2026-11-23T08:40:00Z", 5)).isEmpty();
        assertThat(calendar.nextDue(anyTime, Instant.parse("2026-11-23T08:40:00Z"))).isEmpty();
    }

    @Test
    void expectsNothingWhereTheCalendarDoesNotReach() {
        assertThat(new FeedCalendar(day -> false).due(expected(Rhythm.SCHOOL_DAYS, "10:30", null, Duration.ofHours(1)), Instant.parse("2026-11-23T18:00:00Z"), 5)).isEmpty();
    }
}
