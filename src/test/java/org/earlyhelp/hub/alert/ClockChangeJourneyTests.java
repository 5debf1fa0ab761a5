package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Assessments;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Due times at the edges of the calendar, from the assessment to the message and back out of the store, on a machine whose
 * own time zone is another than London's. Times are written as UTC; clocks go back on 2026-10-25 and went forward on 2026-03-29.
 */
class ClockChangeJourneyTests extends AlertRoomTest {
    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void setTheZoneBack() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest(name = "{0}, in {4}")
    @CsvSource(delimiter = '|', textBlock = """
            Friday before half-term              | 2026-10-23T15:30:00Z | 2026-10-23T16:30:00Z | 2026-10-26T16:30:00Z | Pacific/Kiritimati
            first 01:30 of the night clocks go back  | 2026-10-25T00:30:00Z | 2026-10-25T01:30:00Z | 2026-10-26T01:30:00Z | America/Los_Angeles
            second 01:30 of that night           | 2026-10-25T01:30:00Z | 2026-10-25T02:30:00Z | 2026-10-26T01:30:00Z | Europe/London
            last hour before clocks go forward   | 2026-03-29T00:30:00Z | 2026-03-29T01:30:00Z | 2026-03-29T23:30:00Z | Asia/Kolkata
            Friday before clocks go forward      | 2026-03-27T16:00:00Z | 2026-03-27T17:00:00Z | 2026-03-30T15:00:00Z | America/Los_Angeles
            """)
    void firstContactIsDueAtTheSameCivilTime(String when, Instant raised, Instant acknowledge, Instant decide, String zone) {
        moveTo(raised, zone);
        String notice = borough.missing("N1", child, RiskGrade.HIGH);

        hub.assessed(assessed().with(missing(child, notice)).with(missingHigh(child, notice)).news());

        assertDue(taken(FIRST_CONTACT), raised, acknowledge, decide);
    }

    @ParameterizedTest(name = "{0}, in {4}")
    @CsvSource(delimiter = '|', textBlock = """
            Friday before half-term: hours count | 2026-10-23T17:00:00Z | 2026-10-24T17:00:00Z | 2026-10-25T17:00:00Z | Pacific/Kiritimati
            over the hour that comes twice       | 2026-10-24T12:00:00Z | 2026-10-25T12:00:00Z | 2026-10-26T12:00:00Z | America/Los_Angeles
            last night of half-term: by the bell | 2026-11-01T21:00:00Z | 2026-11-02T08:30:00Z | 2026-11-03T21:00:00Z | Asia/Kolkata
            Sunday of summer time: by the bell   | 2026-06-07T20:00:00Z | 2026-06-08T07:30:00Z | 2026-06-09T20:00:00Z | America/Los_Angeles
            over the hour that is left out       | 2026-03-28T20:00:00Z | 2026-03-29T20:00:00Z | 2026-03-30T20:00:00Z | Pacific/Kiritimati
            """)
    void abuseWithAPupilIsReadBeforeTheNextBell(String when, Instant raised, Instant acknowledge, Instant decide, String zone) {
        moveTo(raised, zone);

        hub.assessed(assessed().with(Assessments.abuse(child, "avonford-police", borough.missing("N1", child, RiskGrade.LOW))).beforeTheBell().news());

        assertDue(taken(EARLY_HELP), raised, acknowledge, decide);
    }

    private void moveTo(Instant moment, String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        clock.forward(Duration.between(clock.instant(), moment));
    }

    private void assertDue(JsonNode message, Instant raised, Instant acknowledge, Instant decide) {
        JsonNode data = message.path("data");
        assertThat(Instant.parse(data.path("acknowledgeBy").stringValue())).isEqualTo(acknowledge);
        assertThat(Instant.parse(data.path("decideBy").stringValue())).isEqualTo(decide);
        AlertRow shown = hub.bean(AlertDirectory.class).inbox(1).get(0);
        assertThat(shown.raisedAt()).isEqualTo(raised);
        assertThat(shown.acknowledgeBy()).isEqualTo(acknowledge);
        assertThat(shown.decideBy()).isEqualTo(decide);
    }
}
