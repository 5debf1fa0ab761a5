package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.earlyhelp.hub.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Yesterday's database comes back: whoever was erased since is erased again before a door opens. */
class ErasureRestoreTests {
    @TempDir
    private static Path folder;

    @Test
    void erasesAgainWhomARestoreBringsBack() throws Exception {
        Path database = folder.resolve("data/postgres/data");
        Path backup = folder.resolve("backup");
        try (ErasureDay day = new ErasureDay(folder)) {
            day.play();
            String mirelle = day.mirelle();
            day.stop();
            run("cp", "-a", database.toString(), backup.toString());
            day.start();
            erase(day, mirelle);
            day.stop();
            assertThat(told(database)).isEmpty();
            assertThat(told(backup)).isNotEmpty();

            run("rm", "-rf", database.toString());
            run("cp", "-a", backup.toString(), database.toString());
            day.start();

            assertThat(day.count("SELECT count(*) FROM mention WHERE person ->> 'forenames' = 'Mirelle'")).isZero();
            assertThat(day.count("SELECT count(*) FROM person WHERE ref = '" + mirelle + "'")).isZero();
            assertThat(day.count("SELECT count(*) FROM mention WHERE person ->> 'forenames' = 'Tobias'")).isPositive();
            assertThat(day.count("SELECT count(*) FROM erasure WHERE ref = 'E-2026-000001' AND person IS NULL")).isOne();
            assertThat(Files.readString(folder.resolve("data-keys/erasures.jsonl"))).contains("E-2026-000001").doesNotContain(mirelle);
        }
    }

    private static void erase(ErasureDay day, String person) {
        Browser ig = day.browser("ig");
        String plan = "/rights/erasure/plan?person=" + person;
        ig.post(plan, "/rights/erasure/plan", Map.of("person", person, "ground", "UNLAWFUL", "reason", "Sent in error", "override", "It was somebody else"));
        day.browser("manager").post("/rights/erasure/E-2026-000001", "/rights/erasure/E-2026-000001/confirm", Map.of());
        await().atMost(Duration.ofMinutes(2)).until(() -> day.count("SELECT count(*) FROM erasure WHERE state = 'DONE'") == 1);
    }

    /** Files of the database in which a value of hers can be read as it is. */
    private static java.util.List<String> told(Path database) {
        return ErasureDay.files(database, true).entrySet().stream()
                .filter(file -> ErasureDay.HERS.stream().anyMatch(file.getValue().toLowerCase(Locale.ROOT)::contains)).map(Map.Entry::getKey).toList();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
