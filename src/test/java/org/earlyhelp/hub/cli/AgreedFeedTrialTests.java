package org.earlyhelp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.kernel.HubClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub check} on files of the checkout, at the clock of the samples. */
class AgreedFeedTrialTests {
    private static final HubClock MONDAY = HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z"));
    private static final Path FRIDAY = Path.of("sample-feeds/avonford-schools/school-attendance/a-friday-with-bad-rows");
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsWhatTheSampleExpects() throws IOException {
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(FRIDAY.resolve("expected.json")));

        FeedTrial.Result result = (FeedTrial.Result) tryOut(CHECKOUT, FRIDAY.resolve("attendance-2026-11-20.csv"), "avonford-schools", "school-attendance");

        assertThat(result.stage()).isEqualTo(expected.path("stage").asString());
        assertThat(List.of(result.records(), result.accepted(), result.rejected(), result.warnings())).isEqualTo(List.of(
                count(expected, "records"), count(expected, "accepted"), count(expected, "rejected"), count(expected, "warnings")));
        List<String> errors = new ArrayList<>();
        expected.path("errors").forEach(error -> errors.add(error.path("line").asLong() + " " + error.path("field").asString("null") + " "
                + error.path("code").asString() + " " + error.path("severity").asString()));
        assertThat(result.findings()).extracting(finding -> finding.line() + " " + finding.field() + " " + finding.code() + " " + finding.severity()).isEqualTo(errors);
    }

    @Test
    void keepsNothing() throws IOException {
        CouncilCopy council = CouncilCopy.in(folder);
        Path file = Files.copy(FRIDAY.resolve("attendance-2026-11-20.csv"), folder.resolve("friday.csv"));
        List<String> before = listing();

        tryOut(council.root(), file, "avonford-schools", "school-attendance");

        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void answersAnUnknownFeedWithTheKnownOnes() throws IOException {
        assertThat(check("avonford-school/school-attendance")).isEqualTo(2);
        assertThat(err.toString()).startsWith("No agreement names the feed avonford-school/school-attendance. There are: ")
                .contains("avonford-schools/school-attendance, clearwater/substance-misuse");
    }

    @Test
    void namesTheFaultsOfABrokenMapping() throws IOException {
        CouncilCopy.in(folder).change("mappings/school-attendance.yaml", "format: dd/MM/yyyy, class: EDUCATION", "format: dd/MM, class: EDUCATION");

        assertThat(check("avonford-schools/school-attendance")).isEqualTo(1);
        assertThat(out.toString()).contains("Nothing can be tried").containsPattern("mappings/school-attendance.yaml:[0-9]+: \"dd/MM\" is no date format");
    }

    @Test
    void namesTheFaultsOfABrokenAgreement() throws IOException {
        CouncilCopy.in(folder).change("agreements/avonford-schools.yaml", "lane:", "lain:");

        assertThat(check("avonford-schools/school-attendance")).isEqualTo(1);
        assertThat(out.toString()).containsPattern("agreements/avonford-schools.yaml:[0-9]+: ");
    }

    @Test
    void saysThatAFileWouldBeHeld() throws IOException {
        CouncilCopy.in(folder).change("agreements/avonford-schools.yaml", "start: 20", "start: 21").change("agreements/avonford-schools.yaml", "review: 20", "review: 21")
                .change("agreements/avonford-schools.yaml", "end: 20", "end: 21");

        check("avonford-schools/school-attendance");

        assertThat(out.toString()).contains("HELD", "The agreement is not in force today");
    }

    @Test
    void countsAHugeFileWithoutKeepingIt() throws IOException {
        Path file = folder.resolve("huge.csv");
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write(Files.readAllLines(FRIDAY.resolve("attendance-2026-11-20.csv")).get(0) + "\n");
            for (int i = 0; i < 200_000; i++) {
                rows.write("too,few\n");
            }
        }

        FeedTrial.Result result = (FeedTrial.Result) tryOut(CHECKOUT, file, "avonford-schools", "school-attendance");

        assertThat(result.rejected()).isEqualTo(200_000);
        assertThat(result.findings()).hasSize(1_000);
        assertThat(result.findingsTruncated()).isTrue();
    }

    private static FeedTrial.Outcome tryOut(Path configDir, Path file, String agency, String feed) {
        return new AgreedFeedTrial().tryOut(configDir, file, agency, feed, MONDAY);
    }

    /** The whole verb on the copied folders, or on the shipped ones where nothing was copied. */
    private int check(String feed) throws IOException {
        Path config = Files.isDirectory(folder.resolve("mappings")) ? folder : CHECKOUT;
        Path file = Files.copy(FRIDAY.resolve("attendance-2026-11-20.csv"), folder.resolve("friday.csv"));
        FeedTrial trial = (configDir, tried, agency, name, clock) -> tryOut(config, tried, agency, name);
        return EhubCommand.commandLine(HubApplication.class, new Rooms(List.of(), trial)).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute("check", file.toString(), "--feed", feed);
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().map(file -> file + " " + file.toFile().length() + " " + file.toFile().lastModified()).toList();
        }
    }

    private static long count(JsonNode expected, String name) {
        return expected.path("counts").path(name).asLong();
    }
}
