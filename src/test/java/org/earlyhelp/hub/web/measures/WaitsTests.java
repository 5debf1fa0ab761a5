package org.earlyhelp.hub.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.earlyhelp.hub.alert.AlertFigures.Decided;
import org.earlyhelp.hub.web.counts.Count;
import org.junit.jupiter.api.Test;

class WaitsTests {
    private static final Months MONTHS = Months.upTo(LocalDate.of(2026, 11, 23));

    private static Decided decided(String at, long daysBefore, long hoursBefore) {
        Instant instant = Instant.parse(at);
        return new Decided(instant, LocalDate.parse(at.substring(0, 10)).minusDays(daysBefore), instant.minusSeconds(3600 * hoursBefore));
    }

    private static Waits.Line line(Waits waits, String name) {
        return waits.lines().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void givesHalfAndNineTenthsOfAMonth() {
        Waits waits = Waits.of(IntStream.rangeClosed(1, 20).mapToObj(i -> decided("2026-10-09T12:00:00Z", i, 2L * i)).toList(), MONTHS);

        assertThat(line(waits, "October 2026")).isEqualTo(new Waits.Line("October 2026", Count.alone(20), new Waits.Spread("10", "18"), new Waits.Spread("20", "36")));
        assertThat(line(waits, "September 2026").days()).isEqualTo(new Waits.Spread("–", "–"));
        assertThat(line(waits, "All 12 months").decided().text()).isEqualTo("20");
    }

    @Test
    void givesNoNineTenthsOfAFew() {
        Waits waits = Waits.of(IntStream.rangeClosed(1, 9).mapToObj(i -> decided("2026-10-09T12:00:00Z", i, i)).toList(), MONTHS);

        assertThat(line(waits, "October 2026").days()).isEqualTo(new Waits.Spread("5", Count.NOT_SHOWN));
    }

    @Test
    void concealsASmallMonthWithItsWaits() {
        Waits waits = Waits.of(List.of(decided("2026-10-09T12:00:00Z", 77, 77), decided("2026-10-09T12:00:00Z", 77, 77)), MONTHS);

        assertThat(line(waits, "October 2026")).isEqualTo(new Waits.Line("October 2026", Count.alone(2), new Waits.Spread(Count.NOT_SHOWN, Count.NOT_SHOWN),
                new Waits.Spread(Count.NOT_SHOWN, Count.NOT_SHOWN)));
        assertThat(waits.toString()).doesNotContain("77");
    }

    @Test
    void countsADecisionByTheMonthInLondon() {
        Waits waits = Waits.of(IntStream.range(0, 5).mapToObj(i -> decided("2026-08-31T23:30:00Z", 1, 1)).toList(), MONTHS);

        assertThat(line(waits, "September 2026").decided().text()).isEqualTo("5");
    }

    @Test
    void takesTheNearestRank() {
        List<Long> values = LongStream.rangeClosed(1, 11).boxed().toList();

        assertThat(Waits.within(values, 50)).isEqualTo(6);
        assertThat(Waits.within(values, 90)).isEqualTo(10);
        assertThat(Waits.within(List.of(3L), 50)).isEqualTo(3);
    }
}
