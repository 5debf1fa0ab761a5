package org.earlyhelp.hub.need.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.earlyhelp.hub.need.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolCalendarTests {
    private final SchoolCalendar calendar = ShippedRules.rules().calendar();

    @ParameterizedTest
    @CsvSource({"2026-11-23, true", "2026-11-22, false", "2026-10-26, false", "2026-05-04, false", "2026-09-01, false", "2026-09-02, true", "2040-01-09, false"})
    void knowsSchoolDays(LocalDate day, boolean school) {
        assertThat(calendar.isSchoolDay(day)).isEqualTo(school);
    }

    @Test
    void countsTenSchoolWeeksOverHalfTerm() {
        assertThat(calendar.lastSchoolWeeks(LocalDate.of(2026, 11, 23), 10).orElseThrow())
                .startsWith(LocalDate.of(2026, 11, 23)).endsWith(LocalDate.of(2026, 9, 14)).doesNotContain(LocalDate.of(2026, 10, 26));
    }

    @Test
    void countsBackFromTheLastSchoolWeekInTheHolidays() {
        assertThat(calendar.lastSchoolWeeks(LocalDate.of(2026, 8, 20), 2).orElseThrow())
                .containsExactly(LocalDate.of(2026, 7, 20), LocalDate.of(2026, 7, 13));
    }

    @Test
    void saysNothingBeyondItsTerms() {
        assertThat(calendar.lastSchoolWeeks(LocalDate.of(2031, 9, 8), 10)).isEmpty();
        assertThat(calendar.nextSchoolDay(LocalDate.of(2031, 9, 8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 2026-11-23", "2026-10-23, 2026-11-02", "2026-11-23, 2026-11-24"})
    void findsTheNextSchoolDay(LocalDate day, LocalDate next) {
        assertThat(calendar.nextSchoolDay(day)).contains(next);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-31, 2025-09-01", "2026-09-01, 2026-09-01"})
    void beginsTheSchoolYearInSeptember(LocalDate day, LocalDate start) {
        assertThat(SchoolCalendar.yearStart(day)).isEqualTo(start);
    }
}
