package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.route.LeftOvers;
import org.earlyhelp.hub.intake.storage.ChecksumStore;
import org.earlyhelp.hub.kernel.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Feeds whose files come with NAME.sha256: whichever comes first waits for the other. */
class ChecksumTests {
    private static final String COUNCIL = "avonford-council";
    private static final String POLICE = "avonford-police";
    private static final String CSV = INVOLVEMENT_HEADER + involvement("C-1", "");

    private static final String UPLOAD = "01K4M5N6P7Q8R9S0T1V2W3X410";

    @TempDir
    private Path folder;
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private IntakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new IntakeHub(folder, clock.asHubClock());
        Path file = hub.config.resolve("agreements").resolve(COUNCIL + ".yaml");
        String agreed = Files.readString(file).replace("lane: bulk", "lane: bulk, files: {checksum: true}");
        assertThat(agreed).contains("checksum: true");
        Files.writeString(file, agreed);
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void takesAFileWhoseChecksumCameFirst() {
        JsonNode checksum = send("a.csv.sha256", sha256(CSV) + "  ./export/a.csv\n");

        JsonNode file = send("a.csv", CSV);

        assertThat(stage(checksum)).isEqualTo("ACCEPTED");
        assertThat(IntakeHub.read(hub.receiptFile(COUNCIL, checksum.at("/receipt").asString(), ".receipt.txt"))).contains("The checksum was noted.");
        assertThat(stage(file)).isEqualTo("ACCEPTED");
    }

    @Test
    void holdsAFileUntilItsChecksumComes() {
        JsonNode held = send("a.csv", CSV);
        assertThat(stage(held)).isEqualTo("HELD");
        assertThat(held.at("/reason").asString()).contains("waits for its checksum");

        send("a.csv.sha256", sha256(CSV).toUpperCase(java.util.Locale.ROOT));

        awaitStage("a.csv", "ACCEPTED");
        hub.bean(LeftOvers.class).purge();
        assertThat(hub.count("SELECT count(*) FROM checksum_wait")).isZero();
    }

    @Test
    void refusesAFileThatIsNotWhatWasAnnounced() {
        send("a.csv.sha256", sha256(CSV));

        JsonNode changed = send("a.csv", CSV.replace("Chidi", "Chida"));
        JsonNode again = send("a.csv", CSV);

        assertThat(code(changed)).isEqualTo("HASH_MISMATCH");
        assertThat(changed.at("/errors/0/message").asString()).contains(sha256(CSV));
        assertThat(stage(again)).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesAWaitingFileWhenTheChecksumIsOfAnother() {
        send("a.csv", CSV);

        send("a.csv.sha256", sha256("something else"));

        awaitStage("a.csv", "REJECTED");
        assertThat(hub.sql.sql("SELECT code FROM delivery_error").query(String.class).list()).containsExactly("HASH_MISMATCH");
    }

    @Test
    void refusesAFileWhoseChecksumNeverComesAlsoAfterARestart() {
        send("a.csv", CSV);
        hub.stop();
        hub.start();

        clock.forward(Duration.ofMinutes(61));

        awaitStage("a.csv", "REJECTED");
        assertThat(hub.sql.sql("SELECT code FROM delivery_error").query(String.class).list()).containsExactly("CHECKSUM_MISSING");
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
    }

    @Test
    void letsAFileWaitOnThatWaitedWhileTheHubWasDown() {
        send("a.csv", CSV);
        restartAfter(Duration.ofMinutes(61));

        send("a.csv.sha256", sha256(CSV));

        awaitStage("a.csv", "ACCEPTED");
    }

    @Test
    void keepsAChecksumThatWaitedWhileTheHubWasDown() {
        send("a.csv.sha256", sha256(CSV));
        restartAfter(Duration.ofMinutes(61));

        assertThat(stage(send("a.csv", CSV))).isEqualTo("ACCEPTED");
    }

    @Test
    void takesAFileThatLayInTheLaneForLong() {
        String upload = Ids.ulid(clock.asHubClock());
        send("a.csv.sha256", sha256(CSV));
        clock.forward(Duration.ofMinutes(61));
        hub.bean(LeftOvers.class).purge();

        hub.layIntoLane(COUNCIL, "open-involvements", new LaneFile(upload, false, "a.csv"), CSV);

        awaitStage("a.csv", "ACCEPTED");
    }

    @Test
    void forgetsAChecksumForWhichNoFileCame() {
        send("a.csv.sha256", sha256(CSV));
        clock.forward(Duration.ofMinutes(121));

        hub.bean(LeftOvers.class).purge();

        assertThat(hub.count("SELECT count(*) FROM file_checksum")).isZero();
    }

    private void restartAfter(Duration down) {
        hub.stop();
        clock.forward(down);
        hub.start();
    }

    @Test
    void leavesAWaitingFileAloneWhileItsFeedIsPaused() throws IOException {
        send("a.csv", CSV);
        hub.stop();
        Path file = hub.config.resolve("agreements").resolve(COUNCIL + ".yaml");
        Files.writeString(file, Files.readString(file).replace("files: {checksum: true}", "files: {checksum: true}, paused: true"));
        hub.start();

        clock.forward(Duration.ofMinutes(61));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE held_for = 'AGREEMENT' AND answered_at IS NOT NULL", 1);
        assertThat(hub.bean(ChecksumStore.class).waiting(clock.instant())).isEmpty();
    }

    @Test
    void givesAWaitingFileAllItsTimeOnceItsFeedGoesOn() throws IOException {
        send("a.csv", CSV);
        pause(COUNCIL, "files: {checksum: true}");
        hub.awaitCount("SELECT count(*) FROM delivery WHERE held_for = 'AGREEMENT' AND answered_at IS NOT NULL", 1);
        clock.forward(Duration.ofMinutes(61));
        goOn(COUNCIL, "files: {checksum: true}");
        hub.awaitCount("SELECT count(*) FROM delivery d JOIN checksum_wait w ON w.delivery_id = d.id WHERE d.stage = 'HELD' AND d.held_for IS NULL AND d.answered_at IS NOT NULL", 1);

        send("a.csv.sha256", sha256(CSV));

        awaitStage("a.csv", "ACCEPTED");
    }

    @Test
    void givesEachFileOfOneNameItsOwnChecksumAfterAPause() throws IOException {
        String tuesday = CSV + involvement("C-2", "");
        pause(COUNCIL, "files: {checksum: true}");
        send("daily.csv", CSV);
        send("daily.csv.sha256", sha256(CSV));
        send("daily.csv", tuesday);
        send("daily.csv.sha256", sha256(tuesday));

        goOn(COUNCIL, "files: {checksum: true}");

        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NOT NULL AND stage = 'ACCEPTED' AND file_name = 'daily.csv'", 2);
    }

    @Test
    void keepsTheChecksumOfAFileThatAPauseHolds() throws IOException {
        send("a.csv.sha256", sha256(CSV));
        pause(COUNCIL, "files: {checksum: true}");
        send("a.csv", CSV);
        clock.forward(Duration.ofMinutes(121));
        hub.bean(LeftOvers.class).purge();

        goOn(COUNCIL, "files: {checksum: true}");

        awaitStage("a.csv", "ACCEPTED");
    }

    @Test
    void tellsFirstContactOfAChecksumThatCannotBeReadAgain() throws IOException {
        pause(POLICE, "lane: urgent");
        hub.upload(POLICE, "missing-children/x.json.sha256", sha256("x"));
        hub.awaitCount("SELECT count(*) FROM delivery WHERE held_for = 'AGREEMENT' AND answered_at IS NOT NULL", 1);
        assertThat(hub.senderFaults()).isEmpty();
        for (RawStore.Kept copy : hub.bean(RawStore.class).kept()) {
            Files.writeString(copy.file(), "damaged");
        }

        goOn(POLICE, "lane: urgent");

        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            // It is tried again twice, each time later.
            clock.forward(Duration.ofSeconds(5));
            return hub.count("SELECT count(*) FROM delivery WHERE stage = 'REJECTED' AND answered_at IS NOT NULL") == 1;
        });
        assertThat(hub.senderFaults()).singleElement().satisfies(fault -> assertThat(fault.feed()).isEqualTo("missing-children"));
    }

    private void pause(String agency, String term) throws IOException {
        change(agency, term, term + ", paused: true");
    }

    private void goOn(String agency, String term) throws IOException {
        change(agency, term + ", paused: true", term);
    }

    private void change(String agency, String from, String to) throws IOException {
        hub.stop();
        Path file = hub.config.resolve("agreements").resolve(agency + ".yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        hub.start();
    }

    @Test
    void asksNoChecksumOfAFileThatARestoreTakesAgain() throws IOException {
        hub.sql.sql("INSERT INTO resend_file (receipt, upload, agency, feed, sha256, bytes, received_at) VALUES ('R-0', ?, ?, 'open-involvements', 'aa', 1, now())")
                .params(UPLOAD, COUNCIL).update();
        Path lane = hub.folders.lane(COUNCIL, "open-involvements");
        Path draft = Files.writeString(folder.resolve("put-back"), CSV);
        Files.move(draft, lane.resolve(new LaneFile(UPLOAD, false, "again-R-0").fileName()));

        awaitStage("again-R-0", "ACCEPTED");
    }

    @Test
    void usesAChecksumForOneFileOnly() {
        send("daily.csv.sha256", sha256(CSV));
        send("daily.csv", CSV);

        assertThat(stage(send("daily.csv", CSV + involvement("C-2", "")))).isEqualTo("HELD");
    }

    @Test
    void asksForNoSecondChecksumWhenARepeatIsTakenAfterARecall() {
        send("a.csv.sha256", sha256(CSV));
        send("a.csv", CSV);
        send("b.csv.sha256", sha256(CSV));
        send("b.csv", CSV);
        clock.forward(Duration.ofMinutes(61));
        hub.sql.sql("DELETE FROM file_checksum").update();

        send("a.csv.recall", "");

        awaitStage("b.csv", "ACCEPTED");
    }

    @Test
    void refusesWhatIsNoChecksum() {
        assertThat(code(send("a.csv.sha256", "abc"))).isEqualTo("BAD_CHECKSUM");
        assertThat(code(send("b.csv.sha256", sha256(CSV) + "  other.csv"))).isEqualTo("BAD_CHECKSUM");
        assertThat(code(send("c.csv.sha256", sha256(CSV) + "\n" + sha256(CSV)))).isEqualTo("BAD_CHECKSUM");
        assertThat(code(send("d.csv.sha256", " ".repeat(2_000)))).isEqualTo("BAD_CHECKSUM");
    }

    @Test
    void refusesChecksumsThatAreNotAgreed() {
        assertThat(code(hub.send(POLICE, "missing-children/x.json.sha256", sha256(notice("M-1"))))).isEqualTo("NOT_AGREED");
        assertThat(hub.senderFaults()).isEmpty();
        assertThat(stage(hub.send(POLICE, "missing-children/x.json", notice("M-1")))).isEqualTo("ACCEPTED");
    }

    @Test
    void tellsFirstContactOfANoticeThatIsNamedLikeAChecksum() {
        assertThat(code(hub.send(POLICE, "missing-children/x.json.sha256", notice("M-1")))).isEqualTo("NOT_AGREED");

        assertThat(hub.senderFaults()).singleElement().satisfies(fault -> assertThat(fault.feed()).isEqualTo("missing-children"));
    }

    @Test
    void letsATestDropWaitForATestChecksum() {
        send("a.csv.sha256", sha256(CSV));

        JsonNode test = hub.send(COUNCIL, "test/open-involvements/a.csv", CSV);

        assertThat(stage(test)).isEqualTo("HELD");
    }

    private JsonNode send(String name, String content) {
        return hub.send(COUNCIL, "open-involvements/" + name, content);
    }

    private void awaitStage(String name, String stage) {
        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NOT NULL AND stage = '" + stage + "' AND file_name = '" + name + "'", 1);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stage(JsonNode receipt) {
        return receipt.at("/stage").asString();
    }

    private static String code(JsonNode receipt) {
        return receipt.at("/errors/0/code").asString();
    }
}
