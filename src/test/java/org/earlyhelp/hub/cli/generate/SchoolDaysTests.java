package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolDaysTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void leavesOutHalfTermWeekendsAndToday() {
        List<LocalDate> days = SchoolDays.before(TODAY, 100);
        assertThat(days).hasSize(53).startsWith(LocalDate.parse("2026-09-02")).endsWith(LocalDate.parse("2026-11-20"))
                .contains(LocalDate.parse("2026-10-23"), LocalDate.parse("2026-11-02"))
                .doesNotContain(LocalDate.parse("2026-10-28"), LocalDate.parse("2026-11-21"));
    }

    @Test
    void keepsTheNewestDays() {
        assertThat(SchoolDays.before(TODAY, 2)).containsExactly(LocalDate.parse("2026-11-19"), LocalDate.parse("2026-11-20"));
    }

    @Test
    void stopsAtTheStartOfTheSchoolYear() {
        assertThat(SchoolDays.before(LocalDate.parse("2026-08-31"), 10)).startsWith(LocalDate.parse("2026-07-09"));
        assertThat(SchoolDays.before(LocalDate.parse("2026-09-03"), 10)).containsExactly(LocalDate.parse("2026-09-02"));
    }

    @Test
    void countsSchoolWeeksWithoutTheHolidays() {
        assertThat(SchoolDays.startOfWeeks(TODAY, 1)).isEqualTo("2026-11-23");
        assertThat(SchoolDays.startOfWeeks(TODAY, 10)).isEqualTo("2026-09-14");
    }
}
