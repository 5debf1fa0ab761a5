package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is told of a collector sends one trace an upload there, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracesJourneyTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** They end on several threads and come in several parcels. */
    private static final List<String> STEPS = List.of("hub receive", "hub take", "hub keep", "hub decide", "hub link", "hub assess", "hub send");
    @TempDir
    private static Path folder;
    private TraceCollector collector;
    private ErasureDay day;
    private String upload;

    @BeforeAll
    void sendOneFile() throws IOException {
        collector = new TraceCollector();
        day = new ErasureDay(folder, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url()));
        day.drop("avonford-police", "missing-children", "zelenka-mirelle.json", ErasureDay.missing(1));
        upload = day.sql().sql("SELECT upload FROM delivery").query(String.class).single();
        await().atMost(LIMIT).until(() -> STEPS.stream().allMatch(collector.received()::contains));
    }

    @AfterAll
    void stop() {
        day.stop();
        collector.close();
    }

    @Test
    void oneTraceHoldsEveryStepOfAnUpload() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(upload.getBytes(StandardCharsets.UTF_8));

        assertThat(collector.hasTrace(HexFormat.of().formatHex(hash, 0, 16))).isTrue();
        assertThat(collector.received()).contains(STEPS)
                .contains("early-help-hub", upload, day.sql().sql("SELECT receipt FROM delivery").query(String.class).single());
    }

    @Test
    void noSpanTellsOfAPersonOrOfWhoLooked() {
        day.browser("manager").get("/people/" + day.sql().sql("SELECT ref FROM person LIMIT 1").query(String.class).single());
        day.drop("avonford-police", "missing-children", "again.json", ErasureDay.missing(2));
        String second = day.sql().sql("SELECT max(upload) FROM delivery").query(String.class).single();
        await().atMost(LIMIT).until(() -> collector.received().contains(second));

        assertThat(collector.received().toLowerCase(java.util.Locale.ROOT)).doesNotContain(ErasureDay.HERS).doesNotContain("zelenka", "/people/", "http.");
    }

    /** Told while it was away, the steps are lost; the file is not. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aCollectorThatIsAwayCostsNoFile() {
        collector.close();

        day.drop("avonford-police", "missing-children", "third.json", ErasureDay.missing(3));

        assertThat(day.sql().sql("SELECT stage FROM delivery ORDER BY id DESC LIMIT 1").query(String.class).single()).isEqualTo("ACCEPTED");
    }

    @Test
    void theLogNamesTheTraceToo() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("data/logs/hub.jsonl"))).anyMatch(line -> line.contains(upload) && line.contains("\"traceId\""));
    }
}
