package org.earlyhelp.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ColumnPanelsTests {
    private static final ColumnPanels CHART = ColumnPanels.of("Needs", List.of("Oct", "Nov"), List.of(
            new ColumnPanels.Series("Harbour", List.of(OptionalLong.of(40), OptionalLong.empty())),
            new ColumnPanels.Series("Riverside", List.of(OptionalLong.of(20), OptionalLong.of(0))),
            new ColumnPanels.Series("Northfield", List.of(OptionalLong.of(10), OptionalLong.of(10)))));

    @Test
    void drawsAllPanelsOnOneScale() {
        assertThat(CHART.panels()).extracting(panel -> panel.columns().get(0).height()).containsExactly(84, 42, 21);
        assertThat(CHART.height()).isEqualTo(340);
    }

    @Test
    void drawsNothingForWhatIsNotShown() {
        assertThat(CHART.panels().get(0).columns().get(1)).extracting(ColumnPanels.Column::value, ColumnPanels.Column::height).containsExactly("–", 0);
        assertThat(CHART.panels().get(1).columns().get(1).value()).isEqualTo("0");
    }

    @Test
    void drawsNoColumnWhereNothingIsKnown() {
        ColumnPanels empty = ColumnPanels.of("Needs", List.of("Oct"), List.of(new ColumnPanels.Series("Harbour", List.of(OptionalLong.empty()))));

        assertThat(empty.panels().get(0).columns().get(0).height()).isZero();
    }
}
