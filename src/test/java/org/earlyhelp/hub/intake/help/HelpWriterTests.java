package org.earlyhelp.hub.intake.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help folders as agencies see them over SFTP, with the whole intake running. */
class HelpWriterTests {
    private static final String POLICE = "avonford-police";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder).start();
        await().atMost(LIMIT).until(() -> hub.listing(POLICE, "/help").size() == 6);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void showsEachFeedOfTheAgencyAndNoOther() {
        assertThat(hub.listing(POLICE, "/help")).containsExactly("account.txt", "domestic-abuse-sample.json", "domestic-abuse.txt", "how-to-send.txt",
                "missing-children-sample.json", "missing-children.txt");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(hub.listing("avonford-health", "/help"))
                .containsExactly("account.txt", "health-visiting-sample.hl7", "health-visiting.txt", "how-to-send.txt"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(hub.listing("rowan-house", "/help"))
                .containsExactly("account.txt", "domestic-abuse-sample.xml", "domestic-abuse.txt", "how-to-send.txt"));
    }

    @Test
    void saysThatItIsNoEmergencyLine() {
        assertThat(hub.download(POLICE, "/help/missing-children.txt")).contains("not an emergency line", "noticeRef", "SELF_HARM");
    }

    @Test
    void showsASampleThatTheHubTakes() {
        await().atMost(LIMIT).until(() -> hub.listing("avonford-schools", "/help").contains("school-attendance-sample.csv"));
        String sample = hub.download("avonford-schools", "/help/school-attendance-sample.csv");

        assertThat(hub.send("avonford-schools", "test/school-attendance/mine.csv", sample).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void makesUpASampleWhereTheOneBesideTheMappingIsFaulty() throws IOException {
        Files.writeString(hub.config.resolve("mappings/samples/missing-children.json"), "[{}]");

        refresh();

        String sample = hub.download(POLICE, "/help/missing-children-sample.json");
        assertThat(hub.send(POLICE, "test/missing-children/mine.json", sample).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void showsNoSampleWhereNoneIsValid() throws IOException {
        Files.writeString(hub.config.resolve("mappings/samples/health-visiting.hl7"), "MSH|");

        refresh();

        assertThat(hub.listing("avonford-health", "/help")).containsExactly("account.txt", "health-visiting.txt", "how-to-send.txt");
    }

    @Test
    void leavesAloneWhatDidNotChange() throws IOException {
        Path page = hub.folders.help(POLICE).resolve("missing-children.txt");
        Files.setLastModifiedTime(page, LONG_AGO);

        refresh();

        assertThat(Files.getLastModifiedTime(page)).isEqualTo(LONG_AGO);
    }

    @Test
    void followsAChangedMapping() throws IOException {
        Path mapping = hub.config.resolve("mappings/missing-children.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace("title: Missing children", "title: Children who are missing").replaceFirst("(?m)^version: 1", "version: 2"));

        refresh();

        assertThat(hub.download(POLICE, "/help/missing-children.txt")).contains("Children who are missing (layout missing-children@2)");
    }

    @Test
    void takesAwayTheHelpOfAFeedThatIsNoLongerAgreed() throws IOException {
        Path agreement = hub.config.resolve("agreements/avonford-police.yaml");
        Files.writeString(agreement, Files.readString(agreement).replaceFirst("(?m)^  domestic-abuse: .*\n", ""));

        refresh();

        assertThat(hub.listing(POLICE, "/help")).containsExactly("account.txt", "how-to-send.txt", "missing-children-sample.json", "missing-children.txt");
    }

    @Test
    void keepsTheHelpOfAMappingThatCannotBeReadNow() throws IOException {
        hub.stop();
        Files.writeString(hub.config.resolve("mappings/missing-children.yaml"), "id: [\n");
        hub.start();

        refresh();

        assertThat(hub.listing(POLICE, "/help")).hasSize(6);
    }

    private void refresh() {
        hub.bean(MappingBook.class).load(hub.config.resolve("mappings"));
        hub.bean(AgreementBook.class).load(hub.config.resolve("agreements"));
        hub.bean(HelpWriter.class).refresh();
    }
}
