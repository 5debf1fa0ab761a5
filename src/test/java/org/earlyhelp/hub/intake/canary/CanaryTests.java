package org.earlyhelp.hub.intake.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.earlyhelp.hub.support.LiveFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> TABLES = List.of("delivery", "delivery_error", "record", "mention", "record_work", "attendance_month", "operator_alarm");
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder, clock.asHubClock()).start();
        // The looks are the test's.
        hub.bean(CanaryRounds.class).stop();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private List<CanaryFlight> look(Duration later) {
        clock.forward(later);
        hub.bean(CanaryRounds.class).look();
        return hub.bean(CanaryRounds.class).flights();
    }

    private void awaitAllArrived() {
        await().atMost(LIMIT).until(() -> hub.bean(CanaryRounds.class).flights().stream().noneMatch(CanaryFlight::isOnItsWay));
    }

    /** The clock may go on then: a canary on its way would be as slow as the clock is fast. */
    private void awaitAllArrivedBut(String lane) {
        await().atMost(LIMIT).until(() -> hub.bean(CanaryRounds.class).flights().stream().filter(CanaryFlight::isOnItsWay).allMatch(flight -> flight.lane().equals(lane)));
    }

    private List<String> open() {
        return hub.bean(OperatorAlarms.class).open().stream().map(OperatorAlarm::key).toList();
    }

    @Test
    void goesThroughEveryFeedAndLeavesNothing() throws IOException {
        assertThat(look(Duration.ofMinutes(1))).hasSize(hub.bean(AgreementBook.class).feeds().size());
        awaitAllArrived();
        assertThat(look(Duration.ofMinutes(1))).allSatisfy(flight -> assertThat(flight.fault()).as(flight.lane()).isNull());
        assertThat(TABLES).allSatisfy(table -> assertThat(hub.count("SELECT count(*) FROM " + table)).as(table).isZero());
        // A lane lets go of a canary a moment after it is acknowledged.
        await().atMost(LIMIT).untilAsserted(() -> assertThat(LiveFiles.below(hub.folders.root())).extracting(Path::toString)
                .noneMatch(file -> file.contains("canary") || file.contains("/receipts/")));
    }

    @Test
    void fliesAgainAfterAQuarterOfAnHour() {
        look(Duration.ofMinutes(1));
        awaitAllArrived();
        String first = look(Duration.ofMinutes(14)).get(0).upload();
        assertThat(look(Duration.ofMinutes(1)).get(0).upload()).isNotEqualTo(first);
        awaitAllArrived();
    }

    @Test
    void letsAStartPassFirst() {
        assertThat(look(Duration.ofSeconds(59))).isEmpty();
    }

    @Test
    void saysOnceThatOneIsLostAndOnceThatALaneIsWellAgain() throws IOException {
        hub.stop();
        String route = "avonford-police-missing-children.yaml";
        Path kept = Files.move(hub.config.resolve("routes").resolve(route), folder.resolve(route));
        hub.start();
        look(Duration.ofMinutes(1));
        awaitAllArrivedBut("avonford-police/missing-children");
        look(Duration.ofMinutes(4));
        assertThat(open()).isEmpty();
        look(Duration.ofMinutes(1));
        look(Duration.ofMinutes(1));
        assertThat(open()).containsExactly("canary-lost:avonford-police/missing-children");
        Files.move(kept, hub.config.resolve("routes").resolve(route));
        await().atMost(LIMIT).until(() -> {
            look(Duration.ZERO);
            return open().isEmpty();
        });
        assertThat(hub.count("SELECT count(*) FROM operator_alarm")).isEqualTo(1);
    }

    @Test
    void letsOneLaneStopNoOtherFeed() throws IOException {
        List<FeedTerms> feeds = hub.bean(AgreementBook.class).feeds();
        String lane = feeds.get(0).agency() + "/" + feeds.get(0).feed();
        Path place = hub.folders.lane(feeds.get(0).agency(), feeds.get(0).feed());
        Files.createDirectories(place.getParent());
        Files.deleteIfExists(place);
        Files.createFile(place);
        assertThat(look(Duration.ofMinutes(1))).hasSize(feeds.size());
        awaitAllArrivedBut(lane);
        look(CanaryAlarms.STUCK_LIMIT);
        assertThat(open()).contains("canary-stuck").doesNotContain("canary-lost:" + feeds.get(1).agency() + "/" + feeds.get(1).feed());

        Files.delete(place);
        Files.createDirectories(place);
        look(Duration.ofSeconds(1));
        assertThat(open()).doesNotContain("canary-stuck");
    }

    @Test
    void fliesAgainAfterTheClockWasPutBack() {
        look(Duration.ofMinutes(1));
        awaitAllArrived();
        String first = look(Duration.ZERO).get(0).upload();
        clock.to("2026-11-23T06:00:00Z");
        String second = look(Duration.ZERO).get(0).upload();
        assertThat(second).isNotEqualTo(first);
        awaitAllArrived();
        assertThat(look(Duration.ofMinutes(14)).get(0).upload()).isEqualTo(second);
        assertThat(look(Duration.ofMinutes(1)).get(0).upload()).isNotEqualTo(second);
        awaitAllArrived();
    }

    @Test
    void saysThatALayoutRefusesItsOwnSample() throws IOException {
        look(Duration.ofMinutes(1));
        awaitAllArrived();
        Files.writeString(hub.config.resolve("mappings/samples/missing-children.json"), "[{\"noticeRef\":\"EX-1\"}]");
        look(Duration.ofMinutes(15));
        awaitAllArrived();
        look(Duration.ZERO);
        assertThat(open()).containsExactly("canary-refused:avonford-police/missing-children");
    }

    @Test
    void countsNoTimeInWhichTheHubWasDown() {
        look(Duration.ofMinutes(1));
        awaitAllArrived();
        hub.sql.sql("UPDATE canary SET arrived_at = NULL").update();
        hub.stop();
        clock.forward(Duration.ofHours(2));
        hub.start();
        look(Duration.ofMinutes(1));
        assertThat(open()).isEmpty();
        awaitAllArrived();
    }

    @Test
    void sendsNoneIntoAPausedFeedAndForgetsItsAlarm() throws IOException {
        look(Duration.ofMinutes(1));
        awaitAllArrived();
        hub.bean(OperatorAlarms.class).raise("canary-lost:avonford-police/domestic-abuse", "canary-lost", "x", null);
        Path file = hub.config.resolve("agreements/avonford-police.yaml");
        Files.writeString(file, Files.readString(file).replace("domestic-abuse, live: 2025-04-01, lane: urgent", "domestic-abuse, live: 2025-04-01, lane: urgent, paused: true"));
        hub.bean(AgreementBook.class).load(hub.config.resolve("agreements"));
        assertThat(look(Duration.ofMinutes(15))).extracting(CanaryFlight::lane).doesNotContain("avonford-police/domestic-abuse");
        assertThat(open()).isEmpty();
        awaitAllArrived();
    }

    @Test
    void takesNoFileOfAnAgencyForACanary() {
        assertThat(CanaryFile.parse("01K4ZZZZZZZZZZZZZZZZZZZZZZ.look~canary")).isPresent();
        assertThat(Stream.of("01K4ZZZZZZZZZZZZZZZZZZZZZZ.live~x.look~canary", "canary", "../01K4ZZZZZZZZZZZZZZZZZZZZZZ.look~canary", "01K4ZZZZZZZZZZZZZZZZZZZZZZ.look~canary.csv"))
                .allMatch(name -> CanaryFile.parse(name).isEmpty());
        hub.send("avonford-police", "test/missing-children/01K4ZZZZZZZZZZZZZZZZZZZZZZ.look~canary", "[]");
        assertThat(hub.count("SELECT count(*) FROM delivery WHERE is_test")).isEqualTo(1);
    }

    @Test
    void acknowledgesWhatCannotBeRead() throws IOException {
        look(Duration.ofMinutes(1));
        awaitAllArrived();
        String upload = hub.bean(CanaryRounds.class).flights().stream().filter(flight -> flight.lane().equals("avonford-police/missing-children")).findFirst().orElseThrow().upload();
        hub.sql.sql("UPDATE canary SET arrived_at = NULL").update();
        hub.bean(CanaryTaking.class).take("avonford-police", "missing-children", new CanaryFile(upload), new ByteArrayInputStream("{".getBytes(StandardCharsets.UTF_8)));
        assertThat(hub.sql.sql("SELECT fault FROM canary WHERE upload = ?").param(upload).query(String.class).single()).contains("refuses its own sample");
    }
}
