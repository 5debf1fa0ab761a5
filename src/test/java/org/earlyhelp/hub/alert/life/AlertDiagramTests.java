package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.alert.AlertStatus;
import org.junit.jupiter.api.Test;

class AlertDiagramTests {
    private static final Path PAGE = Path.of("src/docs/alert-life.md");

    @Test
    void theDocumentationShowsTheTable() throws IOException {
        if ("write".equals(System.getProperty("ehub.examples"))) {
            Files.writeString(PAGE, AlertDiagram.page());
        }
        assertThat(PAGE).as("renewed with -Dehub.examples=write").content().isEqualTo(AlertDiagram.page());
    }

    @Test
    void showsEveryStateAndEdge() {
        assertThat(AlertDiagram.page().lines().filter(line -> line.startsWith("| ")).count()).isEqualTo(AlertLife.edges().size() + 1);
        for (AlertStatus status : AlertStatus.values()) {
            assertThat(AlertDiagram.page()).contains("--> " + status);
        }
    }
}
