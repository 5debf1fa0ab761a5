package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.alert.QueueDepths;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.UploadCut;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.take.DeliveryDoor;
import org.earlyhelp.hub.intake.take.DeliveryRun;
import org.earlyhelp.hub.intake.take.DeliveryTaking;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Import(OperationPageTests.Queues.class)
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=operation")
class OperationPageTests {
    private static final String FEED = "/feeds/avonford-council/open-involvements";
    private static final String HEADER = "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n";
    private static final String ROW = ",,,Quillfeather,Ada,2012-04-02,ZZ99 3VZ,Family Help,3,J. Okoro,01632 960002,2026-09-01,\n";

    @TestConfiguration
    static class Queues {
        @Bean
        QueueDepths queueDepths() {
            return () -> List.of(new QueueDepths.Depth("frontdoor.early-help", 400, Instant.parse("2026-11-23T07:00:00Z"), 3, Instant.parse("2026-11-23T08:00:00Z")),
                    new QueueDepths.Depth("hub.dead-letter", -1, null, 0, null));
        }
    }

    @LocalServerPort
    private int port;
    @Autowired
    private DeliveryDoor door;
    @Autowired
    private DeliveryTaking taking;
    @Autowired
    private OperatorAlarms alarms;
    @Autowired
    private SftpFolders folders;
    @Autowired
    private HubClock clock;
    @Autowired
    private JdbcClient sql;
    private Browser operator;

    @BeforeEach
    void nothingHasCome() {
        sql.sql("TRUNCATE delivery, record CASCADE").update();
        operator = Browser.signedIn(port, "operator");
    }

    private String drop(String content) throws IOException {
        LaneFile file = new LaneFile(Ids.ulid(clock), false, null, "Quillfeather.csv");
        DeliveryRun run = door.receive("avonford-council", "open-involvements", file, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))).orElseThrow();
        try (SourceReader reader = run.feed().mapping().open(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))) {
            List<SourceItem> items = new ArrayList<>();
            reader.forEachRemaining(items::add);
            taking.take(run, items);
        }
        return taking.finish(run).receipt();
    }

    @Test
    void saysThatNothingHasCome() {
        assertThat(operator.get(FEED).body()).contains("No file has come yet.", "No file has arrived yet");
        assertThat(operator.get("/feeds/avonford-council/no-such-feed").statusCode()).isEqualTo(404);
    }

    @Test
    void showsStateWeekAndLaneOfAFeed() throws IOException {
        drop(HEADER + "C-1" + ROW + "C-2" + ROW + "C-3,short\n");
        sql.sql("UPDATE delivery SET received_at = received_at - interval '2 days'").update();
        Path lane = Files.createDirectories(folders.lane("avonford-council", "open-involvements"));
        Path waiting = Files.writeString(lane.resolve("waiting"), "x");

        assertThat(operator.get("/feeds").body()).contains("the newest file was accepted in part", "1 refusal waits in quarantine", "0 0 0 0 2+1 0 0");
        assertThat(operator.get(FEED).body()).contains("Records of the last seven days", "Sat 21", "1 files, the oldest since");
        Files.delete(waiting);
    }

    @Test
    void showsOpenAlarmsOfAFeed() {
        alarms.raise("feed-late:avonford-council/open-involvements", "feed-late", "The nightly file is two hours late.", "/feeds");

        assertThat(operator.get(FEED).body()).contains("The nightly file is two hours late.");

        alarms.clear("feed-late:avonford-council/open-involvements");
        assertThat(operator.get(FEED).body()).doesNotContain("two hours late");
    }

    @Test
    void doesNotSayThatACutUploadArrivedWhole() {
        door.onUploadCut(new UploadCut("avonford-council", null, "open-involvements", "Quillfeather.csv", 40, false));
        String receipt = sql.sql("SELECT receipt FROM delivery").query(String.class).single();

        assertThat(operator.get("/deliveries/" + receipt).body()).contains("The upload broke off after 40 bytes", "Nothing of it was kept or read")
                .doesNotContain("Arrived whole", "Nothing is wrong with it", "SHA-256");
    }

    @Test
    void tellsTheLifeOfADeliveryByReference() throws IOException {
        String receipt = drop(HEADER + "C-1" + ROW + "C-2" + ROW.replace("Family Help", "Moon Walking"));

        assertThat(operator.get("/deliveries/" + receipt).body()).contains("Arrived whole and was kept", "by open-involvements@1 under ISA-AVON-COUNCIL", "Its sender was answered",
                "UNKNOWN_CODE", "1 refusal waits in quarantine", "avonford-council/open-involvements/01", "1 wait to be matched").doesNotContain("Quillfeather", "Moon Walking", "2012");
    }

    @Test
    void tellsOfADamagedCopyAndWhatCameAgain() throws IOException {
        String receipt = drop(HEADER + "C-1" + ROW);
        sql.sql("INSERT INTO lost_copy (delivery_id, found_at, came_again) SELECT id, now(), 'R-20261124-AAAAAA' FROM delivery").update();

        assertThat(operator.get("/deliveries/" + receipt).body()).contains("own copy of it was found damaged for good", "came again as <a class=\"govuk-link\" href=\"/deliveries/R-20261124-AAAAAA\"");
    }

    @Test
    void showsPeopleAndAlertsThatADeliveryLedTo() throws IOException {
        String receipt = drop(HEADER + "C-1" + ROW);
        String record = sql.sql("SELECT agency || '/' || feed || '/' || ref || '@' || version FROM record").query(String.class).single();
        sql.sql("INSERT INTO family (ref, created_at) VALUES ('F-TRACED', now())").update();
        sql.sql("INSERT INTO person (ref, created_at, family_id) SELECT 'P-TRACED', now(), id FROM family WHERE ref = 'F-TRACED'").update();
        sql.sql("INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) SELECT m.id, p.id, 'NEW', '', m.fingerprint, now() FROM mention m, person p WHERE p.ref = 'P-TRACED'").update();
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at)
                SELECT 'A-2026-TRACED', id, 'frontdoor.early-help', 1, 'CLOSED', 2, 'r@1', 'unknown', jsonb_build_object('evidence', ARRAY[?]), now() FROM family WHERE ref = 'F-TRACED'""").param(record).update();

        assertThat(operator.get("/deliveries/" + receipt).body()).contains("P-TRACED", "A-2026-TRACED", record);
    }

    @Test
    void triesASetAsideDeliveryOnceMore() throws IOException {
        String receipt = drop(HEADER + "C-1" + ROW);
        sql.sql("UPDATE delivery SET stage = 'HELD', held_for = 'AGREEMENT'").update();
        operator.post("/quarantine", "/deliveries/" + receipt + "/once-more", Map.of());
        assertThat(sql.sql("SELECT stage FROM delivery").query(String.class).single()).isEqualTo("HELD");
        sql.sql("UPDATE delivery SET held_for = 'OPERATOR'").update();

        operator.post("/deliveries/" + receipt, "/deliveries/" + receipt + "/once-more", Map.of());

        assertThat(sql.sql("SELECT stage FROM delivery").query(String.class).single()).isEqualTo("RECEIVED");
    }

    @Test
    void showsWhatWaitsOnQueuesAndBeforeThem() {
        assertThat(operator.get("/queues").body()).contains("frontdoor.early-help", "400 or more", "23 November 2026, 07:00", "not known");
    }
}
