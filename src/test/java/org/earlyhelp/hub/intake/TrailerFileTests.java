package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A feed whose layout ends with a trailer. */
class TrailerFileTests {
    private static final String COUNCIL = "avonford-council";
    private static final String POLICE = "westmarch-police";
    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new IntakeHub(folder);
        Path file = hub.config.resolve("mappings/open-involvements.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^format:", "trailer: \"TRAILER,{count}\"\nformat:"));
        Files.deleteIfExists(hub.config.resolve("mappings/samples/open-involvements.csv"));
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void takesAFileWhoseTrailerCountsRight() {
        JsonNode receipt = hub.send(COUNCIL, "open-involvements/a.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + involvement("C-2", "") + "TRAILER,2\n");

        assertThat(receipt.at("/stage").asString()).isEqualTo("ACCEPTED");
        assertThat(receipt.at("/counts/records").asLong()).isEqualTo(2);
    }

    @Test
    void refusesAFileThatIsCutOrCountsOtherwise() {
        assertThat(code("a.csv", INVOLVEMENT_HEADER + involvement("C-1", ""))).isEqualTo("TRAILER_MISSING");
        assertThat(code("b.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + "TRAILER,2\n")).isEqualTo("TRAILER_MISMATCH");
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
    }

    @Test
    void tellsTheSenderAndShowsASampleWithIt() {
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.listing(COUNCIL, "/help").containsAll(List.of("open-involvements.txt", "open-involvements-sample.csv")));

        assertThat(hub.download(COUNCIL, "/help/open-involvements.txt")).contains("The last line is TRAILER,{count}");
        assertThat(hub.download(COUNCIL, "/help/open-involvements-sample.csv")).endsWith("TRAILER,1\n");
    }

    @Test
    void takesTheNoticesOfAFeedOfHarmThatIsCutAndTellsItsSender() throws IOException {
        JsonNode receipt = hub.send(POLICE, "missing-children/cut.csv", noticesOfAFeedWithATrailer() + "half a li");

        assertThat(receipt.at("/stage").asString()).isEqualTo("PARTIAL");
        assertThat(receipt.at("/counts/accepted").asLong()).isPositive();
        assertThat(receipt.at("/errors").valueStream().filter(error -> error.path("code").asString().startsWith("TRAILER_"))).singleElement()
                .satisfies(error -> assertThat(error.path("severity").asString() + ": " + error.path("message").asString()).startsWith("warning: ").endsWith("What came of it was taken."));
    }

    @Test
    void tellsTheFrontDoorOfAFeedOfHarmThatIsCutBetweenLines() throws IOException {
        String notices = noticesOfAFeedWithATrailer();

        JsonNode cut = hub.send(POLICE, "missing-children/cut.csv", notices);
        JsonNode whole = hub.send(POLICE, "missing-children/whole.csv", notices + "TRAILER," + (notices.lines().count() - 1) + "\n");
        JsonNode miscounted = hub.send(POLICE, "missing-children/miscounted.csv", notices + "TRAILER,99\n");

        assertThat(cut.at("/counts/rejected").asLong()).isZero();
        assertThat(whole.at("/errors").toString()).doesNotContain("TRAILER_");
        assertThat(hub.senderFaults()).extracting(SenderFault::receipt).containsExactly(cut.at("/receipt").asString(), miscounted.at("/receipt").asString());
    }

    /** Starts anew with a trailer in the layout; answers a good file without one. */
    private String noticesOfAFeedWithATrailer() throws IOException {
        hub.stop();
        Path mapping = hub.config.resolve("mappings/missing-children-csv.yaml");
        Path sample = hub.config.resolve("mappings/samples/missing-children-csv.csv");
        String notices = Files.readString(sample);
        Files.delete(sample);
        Files.writeString(mapping, Files.readString(mapping).replaceFirst("(?m)^format:", "trailer: \"TRAILER,{count}\"\nrejectFileAtBadShare: 0.01\nformat:"));
        hub.start();
        return notices;
    }

    private String code(String name, String content) {
        return hub.send(COUNCIL, "open-involvements/" + name, content).at("/errors/0/code").asString();
    }
}
