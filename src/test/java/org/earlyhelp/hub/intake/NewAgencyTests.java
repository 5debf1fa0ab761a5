package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.mapping.MappingBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a council writes while the hub runs is taken up without a restart, and a broken file takes nothing away. */
class NewAgencyTests {
    private static final List<String> FILES = List.of("mappings/substance-misuse.yaml", "agreements/clearwater.yaml", "routes/clearwater-substance-misuse.yaml");
    private static final Path SAMPLE = Path.of("sample-feeds/clearwater/substance-misuse/parents-in-treatment/clearwater-2026-11.csv");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void make() {
        hub = new IntakeHub(folder);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void takesAnAgencyThatComesWhileItRuns() throws IOException {
        for (String file : FILES) {
            Files.delete(hub.config.resolve(file));
        }
        hub.start();
        assertThat(hub.bean(FeedRoutes.class).running()).doesNotContain("clearwater/substance-misuse");

        for (String file : FILES) {
            Files.copy(Path.of(file), hub.config.resolve(file));
        }

        await().atMost(LIMIT).until(() -> hub.bean(FeedRoutes.class).running().contains("clearwater/substance-misuse"));
        // Nobody of it is let in before its account is known.
        await().atMost(LIMIT).ignoreExceptions().until(() -> hub.listing("clearwater", "/help").contains("substance-misuse.txt"));
        assertThat(hub.send("clearwater", "substance-misuse/november.csv", Files.readAllBytes(SAMPLE)).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void aMappingThatBreaksKeepsItsLastGoodForm() throws IOException {
        hub.start();
        Files.writeString(hub.config.resolve("mappings/substance-misuse.yaml"), "id: substance-misuse\nversion: two\n");

        await().atMost(LIMIT).until(() -> !hub.bean(MappingBook.class).faults().isEmpty());

        assertThat(hub.send("clearwater", "substance-misuse/november.csv", Files.readAllBytes(SAMPLE)).at("/mapping").asString()).isEqualTo("substance-misuse@1");
    }
}
