package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.alert.Alert.Clocks;
import org.earlyhelp.hub.alert.AlertQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertClocksTests {
    private static final LocalDate HALF_TERM = LocalDate.parse("2026-10-26");
    private final AlertClocks clocks = new AlertClocks(Duration.ofHours(24), Duration.ofHours(48), OpeningTime.ELAPSED, new BankHolidays(Set.of()),
            day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && (day.isBefore(HALF_TERM) || !day.isBefore(HALF_TERM.plusWeeks(1))));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            any hour of a weekday         | 2026-11-24T02:10:00Z | 2026-11-24T03:10:00Z | 2026-11-25T02:10:00Z
            Friday to Monday              | 2026-11-20T16:00:00Z | 2026-11-20T17:00:00Z | 2026-11-23T16:00:00Z
            Saturday to Monday            | 2026-11-21T10:00:00Z | 2026-11-21T11:00:00Z | 2026-11-23T10:00:00Z
            Christmas Eve to the 29th     | 2026-12-24T15:00:00Z | 2026-12-24T16:00:00Z | 2026-12-29T15:00:00Z
            same civil time, clocks back  | 2026-10-23T15:00:00Z | 2026-10-23T16:00:00Z | 2026-10-26T16:00:00Z
            """)
    void firstContactActsWithinAnHourAndAWorkingDay(String when, Instant raised, Instant acknowledge, Instant decide) {
        assertThat(clocks.startedAt(raised, AlertQueue.FIRST_CONTACT, false)).isEqualTo(new Clocks(raised, acknowledge, decide));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            weekday evening: by the bell     | 2026-11-24T19:00:00Z | 2026-11-25T08:30:00Z
            small hours: this morning        | 2026-11-24T02:00:00Z | 2026-11-24T08:30:00Z
            the bell itself is too late      | 2026-11-24T08:30:00Z | 2026-11-25T08:30:00Z
            just after the bell: tomorrow    | 2026-11-24T08:40:00Z | 2026-11-25T08:30:00Z
            Friday evening: the hours count  | 2026-11-20T19:00:00Z | 2026-11-21T19:00:00Z
            before half-term: hours count    | 2026-10-23T17:00:00Z | 2026-10-24T17:00:00Z
            night before school after half-term | 2026-11-01T21:00:00Z | 2026-11-02T08:30:00Z
            Sunday in summer time            | 2026-06-07T20:00:00Z | 2026-06-08T07:30:00Z
            night the clocks go forward      | 2026-03-28T20:00:00Z | 2026-03-29T20:00:00Z
            """)
    void domesticAbuseWithAPupilIsReadBeforeTheBell(String when, Instant raised, Instant acknowledge) {
        assertThat(clocks.startedAt(raised, AlertQueue.EARLY_HELP, true).acknowledgeBy()).isEqualTo(acknowledge);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T07:45:00Z, 2026-11-24T08:30:00Z", "2026-11-24T05:00:00Z, 2026-11-24T06:00:00Z"})
    void theBellOnlyShortensTheHourOfFirstContact(Instant raised, Instant acknowledge) {
        assertThat(clocks.startedAt(raised, AlertQueue.FIRST_CONTACT, true).acknowledgeBy()).isEqualTo(acknowledge);
    }
}
