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
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.take.DeliveryDoor;
import org.earlyhelp.hub.intake.take.Failures;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.support.LiveFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a file over its life: duplicates, test drops, holds, crashes and restarts. */
class DeliveryLifeTests {
    private static final String POLICE = "avonford-police";
    private static final String COUNCIL = "avonford-council";

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder).start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void answersWithExactlyTheReceiptOfTheContract() {
        JsonNode receipt = hub.send(POLICE, "missing-children/x.json", notice("M-1"));

        assertThat(receipt.propertyNames()).containsExactly("receipt", "schema", "stage", "agency", "feed", "mapping", "file", "receivedAt", "decidedAt", "counts", "errors", "errorsTruncated");
        assertThat(receipt.at("/mapping").asString()).isEqualTo("missing-children@1");
        assertThat(receipt.at("/file/name").asString()).isEqualTo("x.json");
        assertThat(receipt.at("/file/sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(hub.receiptFiles(POLICE)).extracting(file -> file.getFileName().toString().replaceAll("R-\\d{8}-\\w{6}", "R"))
                .containsExactlyInAnyOrder("x.json.R.receipt.json", "x.json.R.receipt.txt", "index.csv");
        assertThat(IntakeHub.read(hub.receiptFile(POLICE, receipt.at("/receipt").asString(), ".receipt.txt"))).contains("not an emergency line");
        assertThat(hub.count("SELECT count(*) FROM record_work WHERE urgent")).isEqualTo(1);
    }

    @Test
    void changesNothingButReceiptsWhenTheSameComesTwice() {
        JsonNode first = hub.send(POLICE, "missing-children/x.json", notice("M-1"));
        hub.sql.sql("DELETE FROM record_work").update();

        JsonNode second = hub.send(POLICE, "missing-children/again.json", notice("M-1"));

        assertThat(second.at("/stage").asString()).isEqualTo("DUPLICATE");
        assertThat(second.at("/duplicateOf").asString()).isEqualTo(first.at("/receipt").asString());
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(1);
        assertThat(hub.count("SELECT count(*) FROM record_work")).isZero();
    }

    @Test
    void runsTheSameContentAgainUnderAChangedAgreement() throws IOException {
        hub.send(POLICE, "missing-children/x.json", notice("M-1"));
        Path agreement = hub.config.resolve("agreements/avonford-police.yaml");
        Files.writeString(agreement, Files.readString(agreement).replaceFirst("(?m)^version: 1", "version: 2"));
        hub.bean(AgreementBook.class).load(hub.config.resolve("agreements"));

        JsonNode again = hub.send(POLICE, "missing-children/again.json", notice("M-1"));

        assertThat(again.at("/stage").asString()).isEqualTo("ACCEPTED");
        assertThat(again.at("/counts/unchanged").asLong()).isEqualTo(1);
    }

    @Test
    void takesAnOldStateAgainWhenAnotherFileCameBetween() {
        String open = INVOLVEMENT_HEADER + involvement("C-1", "");
        hub.send(COUNCIL, "open-involvements/1.csv", open);
        hub.send(COUNCIL, "open-involvements/2.csv", INVOLVEMENT_HEADER + involvement("C-1", "2026-11-20"));

        JsonNode reopened = hub.send(COUNCIL, "open-involvements/3.csv", open);

        assertThat(reopened.at("/stage").asString()).isEqualTo("ACCEPTED");
        assertThat(reopened.at("/counts/accepted").asLong()).isEqualTo(1);
        assertThat(hub.count("SELECT count(*) FROM record WHERE fact ->> 'closed' IS NULL")).isEqualTo(1);
    }

    @Test
    void correctsAttendanceWithoutAddingUp() {
        hub.send("avonford-schools", "school-attendance/mon.csv", ATTENDANCE_HEADER + attendance("Chidi", "19/11/2026", "N", "N"));

        JsonNode corrected = hub.send("avonford-schools", "school-attendance/tue.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "19/11/2026", "I", "I"));

        assertThat(corrected.at("/counts/accepted").asLong()).isEqualTo(1);
        assertThat(hub.sql.sql("SELECT replace(marks, ' ', '') FROM attendance_month").query(String.class).list()).containsExactly("II");
        assertThat(hub.sql.sql("SELECT source_ref FROM record").query(String.class).list()).containsExactly("999001/" + SampleText.UPN);
    }

    @Test
    void keepsNothingOfATestDrop() {
        JsonNode receipt = hub.send(POLICE, "test/missing-children/try.json", notice("M-1") + "{oops\n");

        assertThat(receipt.at("/stage").asString()).isEqualTo("PARTIAL");
        assertThat(receipt.at("/test").asBoolean()).isTrue();
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
        assertThat(folder.resolve("data/raw")).isDirectoryRecursivelyContaining("glob:**/2026-11").isDirectoryNotContaining("glob:**.bin");
        assertThat(hub.senderFaults()).isEmpty();
    }

    @Test
    void tellsTheSenderOfACutUpload() {
        hub.cutUpload(POLICE, "missing-children/cut.json", notice("M-1").getBytes());
        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'INCOMPLETE' AND answered_at IS NOT NULL", 1);

        assertThat(hub.lastReceipt(POLICE).at("/stage").asString()).isEqualTo("INCOMPLETE");
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
    }

    @Test
    void tellsTheFrontDoorOnceThatALineBreaksUntilAFileHasCome() {
        hub.cutUpload(COUNCIL, "open-involvements/cut.csv", INVOLVEMENT_HEADER.getBytes());
        cutNotices(1);
        cutNotices(2);
        assertThat(hub.senderFaults()).singleElement().satisfies(fault -> assertThat(fault.agency()).isEqualTo(POLICE));

        hub.send(POLICE, "missing-children/x.json", notice("M-1"));
        cutNotices(3);
        assertThat(hub.senderFaults()).hasSize(2);
    }

    private void cutNotices(int soFar) {
        hub.cutUpload(POLICE, "missing-children/cut.json", notice("M-1").getBytes());
        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'INCOMPLETE' AND feed = 'missing-children' AND answered_at IS NOT NULL", soFar);
    }

    @Test
    void keepsRawCopiesUnreadable() throws IOException {
        hub.send(POLICE, "missing-children/x.json", notice("M-1"));

        try (var raw = Files.walk(folder.resolve("data/raw"))) {
            List<Path> copies = raw.filter(Files::isRegularFile).toList();
            assertThat(copies).singleElement().satisfies(copy -> assertThat(new String(Files.readAllBytes(copy), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("Okafor"));
        }
    }

    @Test
    void holdsAFileUntilItsLayoutIsThere() throws IOException {
        Path layout = hub.config.resolve("mappings/missing-children.yaml");
        Path aside = Files.move(layout, folder.resolve("aside.yaml"));
        restart();
        assertThat(hub.send(POLICE, "missing-children/x.json", notice("M-1")).at("/stage").asString()).isEqualTo("HELD");

        Files.move(aside, layout);
        hub.bean(org.earlyhelp.hub.mapping.MappingBook.class).load(hub.config.resolve("mappings"));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAfterACrashInTheMiddle(boolean laneFileIsLeft) throws IOException {
        failOn("C-1500", "57P01");
        hub.upload(COUNCIL, "open-involvements/many.csv", involvements(2000));
        hub.awaitCount("SELECT coalesce(max(records_done), 0) FROM delivery", 1000);
        hub.stop();
        if (!laneFileIsLeft) {
            List<Path> left = LiveFiles.below(hub.folders.lane(COUNCIL, "open-involvements"));
            assertThat(left).isNotEmpty();
            for (Path file : left) {
                Files.delete(file);
            }
        }
        hub.sql.sql("DROP TRIGGER fault ON record").update();

        hub.start();

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
        assertThat(hub.lastReceipt(COUNCIL).at("/counts/accepted").asLong()).isEqualTo(2000);
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(2000);
    }

    @Test
    void setsAsideAFileThatFailsByItself() {
        failOn("C-0", "22000");
        hub.upload(COUNCIL, "open-involvements/poison.csv", involvements(1));

        hub.upload(COUNCIL, "open-involvements/fine.csv", INVOLVEMENT_HEADER + involvement("F-1", ""));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED'", 1);
        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'HELD' AND answered_at IS NOT NULL", 1);
        String held = hub.sql.sql("SELECT receipt FROM delivery WHERE file_name = 'poison.csv'").query(String.class).single();
        assertThat(IntakeHub.read(hub.receiptFile(COUNCIL, held, ".receipt.json"))).contains("an operator looks at it");
    }

    @Test
    void neverSetsAFileAsideForAPassingFault() {
        MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
        hub.close();
        hub = new IntakeHub(folder.resolve("moving"), clock.asHubClock()).start();
        failOn("C-0", "57P01");
        hub.upload(COUNCIL, "open-involvements/patient.csv", involvements(1));
        awaitDelay();
        for (int tries = 0; tries < 2; tries++) {
            hub.sql.sql("UPDATE delivery SET starts = greatest(starts, ?)").param(DeliveryDoor.STARTS_LIMIT - 1).update();
            clock.forward(Duration.ofMinutes(5));
            awaitDelay();
        }
        hub.sql.sql("DROP TRIGGER fault ON record").update();
        clock.forward(Duration.ofMinutes(5));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
    }

    @Test
    void takesNothingAgainThatItsLaneHasDecided() {
        hub.send(POLICE, "missing-children/x.json", notice("M-1"));
        Delivery decided = hub.bean(DeliveryLists.class).newest(POLICE, null, 1).get(0);

        assertThat(hub.bean(DeliveryDoor.class).resume(decided)).isEmpty();
        assertThat(hub.count("SELECT starts FROM delivery")).isEqualTo(1);
    }

    @Test
    void writesAReceiptThatACrashCutShort() {
        hub.send(POLICE, "missing-children/x.json", notice("M-1"));
        hub.stop();
        hub.receiptFiles(POLICE).forEach(file -> file.toFile().delete());
        hub.sql.sql("UPDATE delivery SET answered_at = NULL").update();

        hub.start();

        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NOT NULL", 1);
        assertThat(hub.lastReceipt(POLICE).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    private void awaitDelay() {
        await().atMost(Duration.ofMinutes(2)).until(() -> hub.sql.sql("SELECT upload FROM delivery").query(String.class).optional().filter(hub.bean(Failures.class)::isDelayed).isPresent());
    }

    private void restart() {
        hub.stop();
        hub.start();
    }

    /** The database refuses the record of that case with that SQL state: class 57 is a passing fault, class 22 is the file's own. */
    private void failOn(String caseRef, String sqlState) {
        hub.sql.sql("""
                CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN IF NEW.source_ref LIKE '%s#%%' THEN RAISE EXCEPTION 'injected' USING ERRCODE = '%s'; END IF; RETURN NEW; END $$
                """.formatted(caseRef, sqlState)).update();
        hub.sql.sql("CREATE TRIGGER fault BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION fault()").update();
    }

    private static String involvements(int count) {
        StringBuilder text = new StringBuilder(INVOLVEMENT_HEADER);
        for (int i = 0; i < count; i++) {
            text.append(involvement("C-" + i, ""));
        }
        return text.toString();
    }
}
