package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.take.LostCopies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files that wait for a paused feed, and whose raw copies are damaged meanwhile. */
class LostCopyTests {
    private static final String POLICE = "avonford-police";
    private static final String COUNCIL = "avonford-council";
    private static final String LIVE = ", live: 2025-04-01";
    private static final String PAUSED = LIVE + ", paused: true";
    private static final String UPLOAD = "01K4M5N6P7Q8R9S0T1V2W3X410";
    private static final String GOES_ON = "UPDATE delivery SET stage = 'RECEIVED', reason = NULL, held_for = NULL, decided_at = NULL, answered_at = NULL, starts = 0";
    private static final String ENDED = "SELECT count(*) FROM delivery d JOIN lost_copy l ON l.delivery_id = d.id WHERE answered_at IS NOT NULL";

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new IntakeHub(folder);
        pause(true);
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void asksForAFileOfHarmAndTellsFirstContact() throws IOException {
        String receipt = held(POLICE, "missing-children/x.json", notice("M-1"));
        Files.write(copyOf(receipt), flipped(Files.readAllBytes(copyOf(receipt))));
        pause(false);
        hub.awaitCount(ENDED, 1);

        JsonNode answer = hub.lastReceipt(POLICE);
        assertThat(answer.at("/stage").asString()).isEqualTo("REJECTED");
        assertThat(answer.at("/errors/0/code").asString()).isEqualTo("COPY_DAMAGED");
        assertThat(answer.at("/errors/0/message").asString()).contains("own copy of the file was changed or cut off", "Nothing of it was taken");
        assertThat(IntakeHub.read(hub.receiptFile(POLICE, receipt, ".receipt.txt"))).contains("Send it again as it is.", "Nothing is wrong with the file");
        assertThat(IntakeHub.read(hub.receiptFile(POLICE, receipt, ".errors.csv"))).contains("COPY_DAMAGED");
        assertThat(hub.senderFaults()).extracting(SenderFault::receipt).containsExactly(receipt, receipt);
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
    }

    @Test
    void takesTheSameFileAnewAndEndsTheAlarm() throws IOException {
        String receipt = held(POLICE, "missing-children/x.json", notice("M-1"));
        Files.write(copyOf(receipt), new byte[0]);
        pause(false);
        hub.awaitCount(ENDED, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> alarms().size() == 1);
        assertThat(alarms().get(0).words()).contains(receipt, "avonford-police/missing-children", "nothing could be taken");

        JsonNode again = hub.send(POLICE, "missing-children/x.json", notice("M-1"));

        assertThat(again.at("/stage").asString()).isEqualTo("ACCEPTED");
        await().atMost(Duration.ofSeconds(60)).until(() -> alarms().isEmpty());
        assertThat(hub.sql.sql("SELECT came_again FROM lost_copy").query(String.class).single()).isEqualTo(again.at("/receipt").asString());
        assertThat(hub.bean(OperatorAlarms.class).over(10)).filteredOn(alarm -> alarm.kind().equals(LostCopies.ALARM)).hasSize(1);
    }

    @Test
    void saysWhatWasFound() throws IOException {
        String gone = held(COUNCIL, "open-involvements/1.csv", INVOLVEMENT_HEADER + involvement("C-1", ""));
        String other = held(COUNCIL, "open-involvements/2.csv", INVOLVEMENT_HEADER + involvement("C-2", ""));
        String whole = held(COUNCIL, "open-involvements/3.csv", INVOLVEMENT_HEADER + involvement("C-3", ""));
        Files.copy(copyOf(whole), copyOf(other), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(copyOf(gone));
        pause(false);
        hub.awaitCount(ENDED, 2);

        assertThat(reason(gone)).startsWith("The hub's own copy of the file is gone,");
        assertThat(reason(other)).startsWith("The hub's own copy of the file is that of another file,");
        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
    }

    @Test
    void takesAFileThatStillLiesInItsLane() throws IOException {
        LaneFile file = new LaneFile(UPLOAD, false, "x.json");
        hub.layIntoLane(POLICE, "missing-children", file, notice("M-1"));
        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'HELD' AND answered_at IS NOT NULL", 1);
        hub.stop();
        Files.write(copyOf(hub.sql.sql("SELECT receipt FROM delivery").query(String.class).single()), new byte[3]);
        hub.sql.sql(GOES_ON).update();
        hub.layIntoLane(POLICE, "missing-children", file, notice("M-1"));
        pause(false);

        hub.start();

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
        assertThat(hub.count("SELECT count(*) FROM lost_copy")).isZero();
        RawStore raw = hub.bean(RawStore.class);
        assertThat(new String(raw.open(raw.kept().get(0)).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(notice("M-1"));
    }

    @Test
    void takesTheWholeFileAnewOfWhichAPartWasTaken() throws IOException {
        String receipt = held(POLICE, "missing-children/x.json", notice("M-1"));
        hub.stop();
        Files.write(copyOf(receipt), new byte[3]);
        hub.sql.sql(GOES_ON + ", records_done = 1, accepted = 1").update();
        pause(false);
        hub.start();
        hub.awaitCount(ENDED, 1);

        assertThat(hub.lastReceipt(POLICE).at("/stage").asString()).isEqualTo("PARTIAL");
        assertThat(reason(receipt)).endsWith("1 of its records were taken, and none of the others.");
        assertThat(hub.senderFaults()).extracting(SenderFault::receipt).containsExactly(receipt);
        hub.send(POLICE, "missing-children/y.json", notice("M-2"));
        hub.sql.sql("UPDATE delivery d SET mapping = o.mapping, agreement = o.agreement FROM delivery o WHERE d.stage = 'PARTIAL' AND o.stage = 'ACCEPTED'").update();
        assertThat(hub.send(POLICE, "missing-children/x.json", notice("M-1")).at("/stage").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void endsATestDropWithoutAWordToFirstContact() throws IOException {
        String receipt = held(POLICE, "test/missing-children/x.json", notice("M-1"));
        Files.write(copyOf(receipt), new byte[3]);
        pause(false);
        hub.awaitCount(ENDED, 1);

        assertThat(hub.senderFaults()).isEmpty();
        assertThat(hub.lastReceipt(POLICE).at("/errors/0/code").asString()).isEqualTo("COPY_DAMAGED");
    }

    /** Its receipt. */
    private String held(String agency, String place, String content) {
        JsonNode receipt = hub.send(agency, place, content);
        assertThat(receipt.at("/stage").asString()).isEqualTo("HELD");
        return receipt.at("/receipt").asString();
    }

    private String reason(String receipt) {
        return hub.sql.sql("SELECT reason FROM delivery WHERE receipt = ?").param(receipt).query(String.class).single();
    }

    private List<OperatorAlarm> alarms() {
        return hub.bean(OperatorAlarms.class).open(List.of(LostCopies.ALARM));
    }

    private Path copyOf(String receipt) throws IOException {
        String upload = hub.sql.sql("SELECT upload FROM delivery WHERE receipt = ?").param(receipt).query(String.class).single();
        try (var files = Files.walk(folder.resolve("data/raw"))) {
            return files.filter(file -> file.getFileName().toString().equals(upload + ".bin")).findFirst().orElseThrow();
        }
    }

    private static byte[] flipped(byte[] sealed) {
        sealed[sealed.length / 2] ^= 1;
        return sealed;
    }

    private void pause(boolean paused) throws IOException {
        for (String agency : List.of(POLICE, COUNCIL)) {
            Path file = hub.config.resolve("agreements").resolve(agency + ".yaml");
            String text = Files.readString(file).replace(PAUSED, LIVE);
            assertThat(text).contains(LIVE);
            Path draft = Files.writeString(folder.resolve("draft"), paused ? text.replace(LIVE, PAUSED) : text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
