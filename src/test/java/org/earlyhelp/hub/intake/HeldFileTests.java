package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.ATTENDANCE_HEADER;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.attendance;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.take.Failures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of files when the agreement has ended, has not begun, or pauses a feed. The shipped agreements end on 31 March 2030. */
class HeldFileTests {
    private static final String POLICE = "avonford-police";
    private static final String COUNCIL = "avonford-council";
    private static final String SCHOOLS = "avonford-schools";
    private static final String OPEN = INVOLVEMENT_HEADER + involvement("C-1", "");

    @TempDir
    private Path folder;
    private final MovingClock clock = new MovingClock("2030-04-14T12:00:00Z");
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder, clock.asHubClock()).start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void takesFilesUntilTheLastDayOfGrace() {
        assertThat(stage(hub.send(COUNCIL, "open-involvements/1.csv", OPEN))).isEqualTo("ACCEPTED");
    }

    @Test
    void holdsABulkFileAfterwardsAndSaysWhoSigns() {
        afterGrace();

        JsonNode receipt = hub.send(COUNCIL, "open-involvements/1.csv", OPEN);

        assertThat(stage(receipt)).isEqualTo("HELD");
        assertThat(receipt.at("/reason").asString()).isEqualTo("The sharing agreement ISA-AVON-COUNCIL-1 ended on 31 March 2030 and its 14 days of grace are over. "
                + "For Avonford Council and Avonford Council children's services to sign: ask Data Protection Officer, Avonford Council, 01632 960100. "
                + "Once it is in force the file is taken by itself.");
        assertThat(IntakeHub.read(hub.receiptFile(COUNCIL, receipt.at("/receipt").asString(), ".receipt.txt"))).contains("HELD", "You need not send it again");
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
    }

    @Test
    void takesUrgentFeedsAllTheSame() {
        afterGrace();

        assertThat(stage(hub.send(POLICE, "missing-children/x.json", notice("M-1")))).isEqualTo("ACCEPTED");
        assertThat(hub.senderFaults()).isEmpty();
    }

    @Test
    void takesAHeldFileByItselfAsIfItWereSentAtTheRenewal() {
        String csv = ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "19/11/2026", "N", "I");
        afterGrace();
        JsonNode held = hub.send(SCHOOLS, "school-attendance/mon.csv", csv);
        hub.sql.sql("DELETE FROM record_work").update();

        renew(SCHOOLS);

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
        JsonNode taken = hub.lastReceipt(SCHOOLS);
        assertThat(taken.at("/receipt")).isEqualTo(held.at("/receipt"));
        assertThat(taken.at("/counts/accepted").asLong()).isEqualTo(1);
        assertThat(taken.has("reason")).isFalse();
        assertThat(hub.sql.sql("SELECT agreement FROM delivery").query(String.class).single()).isEqualTo("ISA-AVON-SCHOOLS-1@2");
        assertThat(hub.sql.sql("SELECT replace(marks, ' ', '') FROM attendance_month").query(String.class).list()).containsExactly("NI");
    }

    @Test
    void keepsHeldFilesOverARestartAndTakesARepeatOnce() {
        afterGrace();
        hub.send(COUNCIL, "open-involvements/1.csv", OPEN);
        hub.send(COUNCIL, "open-involvements/again.csv", OPEN);
        hub.stop();
        edit(COUNCIL, "version: 1", "version: 2", "end: 2030-03-31", "end: 2033-03-31");

        hub.start();

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage IN ('ACCEPTED', 'DUPLICATE') AND answered_at IS NOT NULL", 2);
        assertThat(hub.sql.sql("SELECT stage FROM delivery ORDER BY id").query(String.class).list()).isEqualTo(List.of("ACCEPTED", "DUPLICATE"));
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(1);
    }

    @Test
    void letsTheRenewalOfOneAgencyFreeNoOther() {
        afterGrace();
        hub.send(COUNCIL, "open-involvements/1.csv", OPEN);
        hub.send(SCHOOLS, "school-attendance/mon.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "19/11/2026", "N", "I"));

        renew(SCHOOLS);

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED'", 1);
        assertThat(hub.sql.sql("SELECT agency FROM delivery WHERE stage = 'HELD'").query(String.class).list()).containsExactly(COUNCIL);
        assertThat(hub.bean(Deliveries.class).held()).singleElement().extracting(HeldFeed::agency, HeldFeed::files).containsExactly(COUNCIL, 1L);
    }

    @Test
    void holdsEveryFeedOfAnAgreementThatHasNotBegun() {
        hub.stop();
        edit(POLICE, "start: 2025-04-01", "start: 2030-05-01", "review: 2027-04-01", "review: 2030-06-01", "end: 2030-03-31", "end: 2033-03-31");
        hub.start();

        JsonNode receipt = hub.send(POLICE, "missing-children/x.json", notice("M-1"));

        assertThat(receipt.at("/reason").asString()).isEqualTo("The sharing agreement ISA-AVON-POLICE-1 begins on 1 May 2030. The file is taken by itself on that day.");
        assertThat(hub.senderFaults()).hasSize(1);
        clock.to("2030-05-01T08:00:00Z");
        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
    }

    @Test
    void holdsAPausedFeedAndNoOther() {
        hub.stop();
        edit(POLICE, "domestic-abuse, live: 2025-04-01, lane: urgent", "domestic-abuse, live: 2025-04-01, lane: urgent, paused: true");
        hub.start();

        assertThat(hub.send(POLICE, "domestic-abuse/x.json", "{}").at("/reason").asString()).startsWith("This feed is paused by the sharing agreement");
        assertThat(stage(hub.send(POLICE, "missing-children/x.json", notice("M-1")))).isEqualTo("ACCEPTED");
    }

    @Test
    void triesAHeldFileAgainWhoseCopyCannotBeReadNow() throws IOException {
        afterGrace();
        hub.send(COUNCIL, "open-involvements/1.csv", OPEN);
        RawStore.Kept copy = hub.bean(RawStore.class).kept().get(0);
        Path away = Files.move(copy.file(), folder.resolve("away"));
        renew(COUNCIL);
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.bean(Failures.class).isDelayed(copy.upload()));

        Files.move(away, copy.file());
        clock.forward(Duration.ofMinutes(1));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
    }

    @Test
    void checksAHeldTestDropLater() {
        afterGrace();
        assertThat(stage(hub.send(COUNCIL, "test/open-involvements/try.csv", OPEN))).isEqualTo("HELD");

        renew(COUNCIL);

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
    }

    private void afterGrace() {
        clock.to("2030-04-15T08:00:00Z");
    }

    private void renew(String agency) {
        edit(agency, "version: 1", "version: 2", "end: 2030-03-31", "end: 2033-03-31");
    }

    private void edit(String agency, String... fromTo) {
        try {
            Path file = hub.config.resolve("agreements").resolve(agency + ".yaml");
            String text = Files.readString(file);
            for (int i = 0; i < fromTo.length; i += 2) {
                assertThat(text).contains(fromTo[i]);
                text = text.replace(fromTo[i], fromTo[i + 1]);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String stage(JsonNode receipt) {
        return receipt.at("/stage").asString();
    }
}
