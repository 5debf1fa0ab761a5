package org.earlyhelp.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.page.TimelineChart.Mark;
import org.earlyhelp.hub.page.TimelineChart.Point;
import org.earlyhelp.hub.page.TimelineChart.Shape;
import org.junit.jupiter.api.Test;

class TimelineChartTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void drawsALaneForEachSourceInOrder() {
        TimelineChart chart = TimelineChart.of("What was told", List.of(point("Schools", "2026-10-05"), point("Police", "2026-11-01"), point("Schools", "2026-11-20")), TODAY);

        assertThat(chart.lanes()).extracting(TimelineChart.Lane::label).containsExactly("Police", "Schools");
        assertThat(chart.lanes().get(1).marks()).extracting(Mark::title).containsExactly("5 October 2026: fact", "20 November 2026: fact");
    }

    @Test
    void placesEarlierLeftOfLaterInsideTheDrawing() {
        TimelineChart chart = TimelineChart.of("What was told", List.of(point("A", "2020-01-31"), point("A", "2026-11-23"), point("A", "2027-02-01")), TODAY);

        List<Integer> places = chart.lanes().get(0).marks().stream().map(Mark::x).toList();
        assertThat(places).isSorted().allSatisfy(x -> assertThat(x).isBetween(chart.left(), chart.right()));
        assertThat(chart.ticks()).hasSizeBetween(2, 7);
    }

    @Test
    void drawsNothingOfNothing() {
        TimelineChart chart = TimelineChart.of("What was told", List.of(), TODAY);

        assertThat(chart.lanes()).isEmpty();
        assertThat(chart.height()).isPositive();
    }

    @Test
    void shortensALongName() {
        assertThat(TimelineChart.of("t", List.of(point("A".repeat(60), "2026-11-01")), TODAY).lanes().get(0).label()).hasSize(32).endsWith("…");
    }

    private static Point point(String source, String day) {
        return new Point(source, LocalDate.parse(day), Shape.SQUARE, "fact");
    }
}
