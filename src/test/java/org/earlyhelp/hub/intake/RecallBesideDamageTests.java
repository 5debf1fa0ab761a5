package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.involvement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A recall beside files whose raw copies are damaged: they are as good as gone, and it is answered all the same. */
class RecallBesideDamageTests extends FileRecallTest {
    @Test
    void undoesAFileThoughTheOneBeforeItCannotBeRead() throws IOException {
        damage(council("a.csv", involvement("C-1", "")));
        clock.forward(Duration.ofMinutes(1));
        council("b.csv", involvement("C-1", "2026-11-20"));

        JsonNode recall = recall(COUNCIL, "open-involvements/b.csv", "");

        assertThat(stage(recall)).isEqualTo("ACCEPTED");
        assertThat(code(recall)).isEqualTo("EARLIER_STATE_GONE");
        assertThat(current()).isEmpty();
    }

    @Test
    void undoesAFileThatCannotBeReadItself() throws IOException {
        JsonNode file = hub.send(SCHOOLS, "school-attendance/a.csv", SampleText.ATTENDANCE_HEADER + SampleText.attendance("Chidi", "20/11/2026", "N", "I"));
        damage(file);

        JsonNode recall = recall(SCHOOLS, "school-attendance/a.csv", "");

        assertThat(stage(recall)).isEqualTo("ACCEPTED");
        assertThat(hub.count("SELECT count(*) FROM record WHERE is_current")).isZero();
    }

    private void damage(JsonNode receipt) throws IOException {
        String upload = hub.sql.sql("SELECT upload FROM delivery WHERE receipt = ?").param(receipt(receipt)).query(String.class).single();
        try (var files = Files.walk(folder.resolve("data/raw"))) {
            Path copy = files.filter(file -> file.getFileName().toString().equals(upload + ".bin")).findFirst().orElseThrow();
            Files.write(copy, new byte[5]);
        }
    }
}
