package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Grafana would take amiss, or quietly show wrong, in the dashboard file. */
class DashboardTests {
    private static final int COLUMNS = 24;
    private static final Set<String> KINDS = Set.of("row", "stat", "timeseries");

    @Test
    void panelsLieBesideOneAnother() throws IOException {
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : MonitoringFiles.panels()) {
            JsonNode place = panel.at("/gridPos");
            assertThat(place.at("/x").asInt() + place.at("/w").asInt()).as(panel.at("/title").asString()).isLessThanOrEqualTo(COLUMNS);
            for (int cell = 0; cell < place.at("/w").asInt() * place.at("/h").asInt(); cell++) {
                List<Integer> at = List.of(place.at("/x").asInt() + cell % place.at("/w").asInt(), place.at("/y").asInt() + cell / place.at("/w").asInt());
                assertThat(taken.add(at)).as(panel.at("/title").asString() + " covers another panel").isTrue();
            }
        }
    }

    @Test
    void everyPanelIsKnownByItsNumberAndKind() throws IOException {
        List<JsonNode> panels = MonitoringFiles.panels();

        assertThat(panels).extracting(panel -> panel.at("/id").asInt()).doesNotHaveDuplicates();
        assertThat(panels).allSatisfy(panel -> {
            assertThat(panel.at("/type").asString()).isIn(KINDS);
            assertThat(panel.at("/title").asString()).isNotBlank();
        });
    }

    @Test
    void everyPanelAsksTheChosenSource() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(MonitoringFiles.DASHBOARD));
        String source = "${" + dashboard.at("/templating/list/0/name").asString() + "}";

        assertThat(dashboard.at("/templating/list/0/type").asString()).isEqualTo("datasource");
        assertThat(MonitoringFiles.panels().stream().filter(panel -> !panel.at("/type").asString().equals("row"))).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.at("/datasource/uid").asString()).isEqualTo(source);
            assertThat(panel.at("/targets").valueStream().map(target -> target.at("/refId").asString())).isNotEmpty().doesNotHaveDuplicates().doesNotContain("");
        });
    }
}
