package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankHolidaysTests {
    /** As published at gov.uk/bank-holidays for England and Wales. */
    @ParameterizedTest
    @ValueSource(strings = {
            "2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26",
            "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
            "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28"})
    void agreesWithThePublishedList(String published) {
        LocalDate[] days = Arrays.stream(published.split(" ")).map(LocalDate::parse).toArray(LocalDate[]::new);

        assertThat(BankHolidays.of(days[0].getYear())).containsExactly(days);
    }

    @Test
    void movesANewYearOnASaturdayToMonday() {
        assertThat(BankHolidays.of(2028)).contains(LocalDate.parse("2028-01-03")).doesNotContain(LocalDate.parse("2028-01-01"));
    }

    @Test
    void knowsHolidaysProclaimedForOneOccasion() {
        BankHolidays holidays = new BankHolidays(Set.of(LocalDate.parse("2023-05-08")));

        assertThat(holidays.workingDayAfter(LocalDate.parse("2023-05-05"))).isEqualTo(LocalDate.parse("2023-05-09"));
    }

    @Test
    void skipsChristmasAndItsWeekend() {
        assertThat(new BankHolidays(Set.of()).workingDayAfter(LocalDate.parse("2026-12-24"))).isEqualTo(LocalDate.parse("2026-12-29"));
    }
}
