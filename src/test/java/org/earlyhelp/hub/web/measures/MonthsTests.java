package org.earlyhelp.hub.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTests {
    private static final Months MONTHS = Months.upTo(LocalDate.of(2026, 11, 23));

    @Test
    void coversTwelveMonthsUpToNow() {
        assertThat(MONTHS.names()).hasSize(12).startsWith("2025-12").endsWith("2026-11");
        assertThat(MONTHS.firstDay()).isEqualTo(LocalDate.of(2025, 12, 1));
    }

    @Test
    void showsOnlyTheMonthsAskedFor() {
        Months asked = MONTHS.between("2026-09", "2026-10");

        assertThat(asked.names().stream().filter(asked::shows)).containsExactly("2026-09", "2026-10");
        assertThat(MONTHS.between("", null)).isEqualTo(MONTHS);
    }

    @ParameterizedTest
    @CsvSource({"2026-10,2026-09,must not be after", "soon,2026-09,from the list", "2026-13,,from the list"})
    void showsAllMonthsWithTheProblem(String from, String to, String problem) {
        Months asked = MONTHS.between(from, to);

        assertThat(asked.problem()).contains(problem);
        assertThat(asked.names()).allMatch(asked::shows);
    }
}
