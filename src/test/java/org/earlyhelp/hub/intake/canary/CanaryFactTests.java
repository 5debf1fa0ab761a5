package org.earlyhelp.hub.intake.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;
import org.junit.jupiter.api.Test;

class CanaryFactTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void movesAReportByWholeWeeksIntoTheLastSevenDays() {
        MissingReport sample = new MissingReport(MissingReport.Kind.RETURNED, "AVP", Instant.parse("2025-09-19T22:10:00Z"), null, null, null, null, Instant.parse("2025-09-20T08:30:00Z"), false);

        MissingReport moved = (MissingReport) CanaryFact.moved(sample, MONDAY);

        assertThat(moved.reportedAt()).isEqualTo("2026-11-20T22:10:00Z");
        assertThat(moved.returnedAt()).isEqualTo("2026-11-21T08:30:00Z");
        assertThat(CanaryFact.moved(sample.reportedAt(), sample, MONDAY)).isEqualTo(moved.reportedAt());
        assertThat(CanaryFact.moved((Instant) null, sample, MONDAY)).isNull();
    }

    @Test
    void keepsASchoolDayOfTheSameWeekday() {
        AttendanceDay sample = new AttendanceDay("9994001", "999103", "7", LocalDate.of(2025, 11, 3), AttendanceCode.values()[0], null);

        assertThat(((AttendanceDay) CanaryFact.moved(sample, MONDAY)).date()).isEqualTo(MONDAY);
    }

    @Test
    void namesNoWorker() {
        Involvement sample = new Involvement("Family Help", 3, "A. Worker", "01632 960000", LocalDate.of(2025, 6, 16), null);

        assertThat(CanaryFact.moved(sample, MONDAY)).isEqualTo(new Involvement("Family Help", 3, "Worker of the canary", null, MONDAY, null));
    }

    @Test
    void leavesWhatBearsNoDate() {
        HealthFindings sample = new HealthFindings(List.of());

        assertThat(CanaryFact.moved(sample, MONDAY)).isSameAs(sample);
    }
}
