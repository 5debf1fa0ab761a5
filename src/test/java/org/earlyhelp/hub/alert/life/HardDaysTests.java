package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TimeZone;
import org.earlyhelp.hub.alert.Alert.Clocks;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.need.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clocks on the days on which clocks go wrong, with the borough's own school calendar, wherever the machine thinks it stands. */
class HardDaysTests {
    private static final TimeZone ZONE_OF_THE_MACHINE = TimeZone.getDefault();
    private static final BankHolidays HOLIDAYS = new BankHolidays(Set.of());

    @AfterEach
    void backHome() {
        TimeZone.setDefault(ZONE_OF_THE_MACHINE);
    }

    @ParameterizedTest(name = "{0}, machine in {5}")
    @CsvSource(delimiter = '|', textBlock = """
            Friday before half-term          | 2026-10-23T15:30:00Z | 2026-10-23T16:30:00Z | 2026-10-26T16:30:00Z | 2026-10-24T15:30:00Z | Europe/London
            Friday before half-term          | 2026-10-23T15:30:00Z | 2026-10-23T16:30:00Z | 2026-10-26T16:30:00Z | 2026-10-24T15:30:00Z | Pacific/Kiritimati
            first 01:30 as the clocks go back | 2026-10-25T00:30:00Z | 2026-10-25T01:30:00Z | 2026-10-26T01:30:00Z | 2026-10-26T00:30:00Z | America/New_York
            second 01:30 that night          | 2026-10-25T01:30:00Z | 2026-10-25T02:30:00Z | 2026-10-26T01:30:00Z | 2026-10-26T01:30:00Z | Pacific/Kiritimati
            last minute before they go forward | 2026-03-29T00:59:00Z | 2026-03-29T01:59:00Z | 2026-03-29T23:59:00Z | 2026-03-30T00:59:00Z | Asia/Tokyo
            first minute of summer time      | 2026-03-29T01:00:00Z | 2026-03-29T02:00:00Z | 2026-03-30T01:00:00Z | 2026-03-30T01:00:00Z | America/Los_Angeles
            29 February, on to a Tuesday in March | 2028-02-29T10:00:00Z | 2028-02-29T11:00:00Z | 2028-03-01T10:00:00Z | 2028-03-01T10:00:00Z | Pacific/Kiritimati
            28 February of a leap year       | 2028-02-28T10:00:00Z | 2028-02-28T11:00:00Z | 2028-02-29T10:00:00Z | 2028-02-29T10:00:00Z | Asia/Kolkata
            Christmas Eve                    | 2026-12-24T16:00:00Z | 2026-12-24T17:00:00Z | 2026-12-29T16:00:00Z | 2026-12-25T16:00:00Z | America/New_York
            Boxing Day, a substitute on Monday | 2026-12-26T09:00:00Z | 2026-12-26T10:00:00Z | 2026-12-29T09:00:00Z | 2026-12-27T09:00:00Z | Asia/Tokyo
            New Year's Eve                   | 2026-12-31T23:30:00Z | 2027-01-01T00:30:00Z | 2027-01-04T23:30:00Z | 2027-01-01T23:30:00Z | Pacific/Kiritimati
            """)
    void keepsBothClocks(String when, Instant raised, Instant firstContactAck, Instant firstContactDecide, Instant earlyHelpAck, String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        assertThat(clocks().startedAt(raised, AlertQueue.FIRST_CONTACT, false)).isEqualTo(new Clocks(raised, firstContactAck, firstContactDecide));
        assertThat(clocks().startedAt(raised, AlertQueue.EARLY_HELP, false)).isEqualTo(new Clocks(raised, earlyHelpAck, earlyHelpAck.plus(Duration.ofHours(24))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Friday before half-term: the hours count      | 2026-10-23T15:30:00Z | 2026-10-24T15:30:00Z
            Thursday before half-term: Friday's bell      | 2026-10-22T19:00:00Z | 2026-10-23T07:30:00Z
            Sunday after half-term, in winter time        | 2026-11-01T20:00:00Z | 2026-11-02T08:30:00Z
            Sunday night of the change, half-term Monday  | 2026-10-25T20:00:00Z | 2026-10-26T20:00:00Z
            Christmas week                                | 2026-12-22T20:00:00Z | 2026-12-23T20:00:00Z
            night before term begins in January           | 2027-01-03T20:00:00Z | 2027-01-04T08:30:00Z
            28 February 2028, a school day follows        | 2028-02-28T20:00:00Z | 2028-02-29T08:30:00Z
            """)
    void readsAbuseBeforeTheBellOfTheBoroughsSchools(String when, Instant raised, Instant acknowledge) {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

        assertThat(clocks().startedAt(raised, AlertQueue.EARLY_HELP, true).acknowledgeBy()).isEqualTo(acknowledge);
    }

    private static AlertClocks clocks() {
        RuleBook rules = new RuleBook();
        rules.load(Path.of("rules"));
        return new AlertClocks(Duration.ofHours(24), Duration.ofHours(48), OpeningTime.ELAPSED, HOLIDAYS, rules::isSchoolDay);
    }
}
