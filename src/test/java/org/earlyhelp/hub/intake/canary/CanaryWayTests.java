package org.earlyhelp.hub.intake.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.storage.CanaryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A canary's way step by step: what each says, and what is said when one fails, takes too long or never ends. */
class CanaryWayTests {
    /** Where files may come encrypted the hub makes its key first: on a busy machine that alone takes a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> TABLES = List.of("delivery", "record", "mention", "record_work", "file_checksum", "checksum_wait");
    private static final String AGENCY = "avonford-council";
    private static final String FEED = "open-involvements";
    private static final String UPLOAD = "01K4M5N6P7Q8R9S0T1V2W3X410";
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private final List<CanaryMessage> sent = new ArrayList<>();
    @TempDir
    private Path folder;
    private IntakeHub hub;

    private void start(String files) throws IOException {
        hub = new IntakeHub(folder, clock.asHubClock());
        Path agreement = hub.config.resolve("agreements").resolve(AGENCY + ".yaml");
        Files.writeString(agreement, Files.readString(agreement).replace("lane: bulk", "lane: bulk, files: {" + files + "}"));
        hub.start();
        hub.bean(CanaryRounds.class).stop();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    /** As the lane takes it, through one part behind intake, and a broker that keeps what is sent. */
    private CanaryFlight take(Supplier<CanaryYield> part) throws IOException {
        CanaryStep step = new CanaryStep() {
            @Override
            public String name() {
                return "linking to people";
            }

            @Override
            public CanaryYield pass(List<Long> records) {
                return part.get();
            }
        };
        hub.bean(CanaryStore.class).sent(AGENCY, FEED, UPLOAD, clock.asHubClock().now());
        new CanaryTaking(hub.bean(CanaryReading.class), hub.bean(CanaryWriting.class), landing(), hub.bean(CanaryAir.class), List.of(step), clock.asHubClock(),
                hub.bean(PlatformTransactionManager.class)).take(AGENCY, FEED, new CanaryFile(UPLOAD), new ByteArrayInputStream(Files.readAllBytes(Path.of("mappings/samples/open-involvements.csv"))));
        return flight();
    }

    private CanaryLanding landing() {
        CanaryReturn kept = sent::add;
        return new CanaryLanding(hub.bean(CanaryStore.class), hub.bean(CanaryAir.class), new StaticListableBeanFactory(Map.of("broker", kept)).getBeanProvider(CanaryReturn.class),
                clock.asHubClock(), hub.bean(TransactionTemplate.class));
    }

    private CanaryFlight flight() {
        return hub.bean(CanaryStore.class).of(AGENCY, FEED).orElseThrow();
    }

    private void assertNothingLeft() {
        assertThat(TABLES).allSatisfy(table -> assertThat(hub.count("SELECT count(*) FROM " + table)).as(table).isZero());
    }

    @Test
    void goesOverTheBrokerOnceAllIsTakenBack() throws IOException {
        start("zip: false");

        CanaryFlight flown = take(() -> new CanaryYield("assessed, an alert composed", "{\"alert\": 1}"));

        assertThat(sent).containsExactly(new CanaryMessage(AGENCY, FEED, UPLOAD, "{\"alert\": 1}"));
        assertThat(flown.isOnItsWay()).isTrue();
        assertNothingLeft();
        landing().returned(AGENCY, FEED, UPLOAD);
        landing().returned(AGENCY, FEED, UPLOAD);
        assertThat(flight().fault()).isNull();
        assertThat(flight().legs()).extracting(CanaryLeg::name).containsExactly("being pulled from its lane", "reading it by its layout", "writing it to the tables", "linking to people",
                "over the broker and back");
    }

    @ParameterizedTest
    @CsvSource({"'zip: true, checksum: true', unzipped", "'pgp: allowed, checksum: true', decrypted", "'pgp: required, zip: true, checksum: true', decrypted and unzipped"})
    void opensItsOwnEnvelopeAndPassesByItsChecksum(String files, String words) throws IOException {
        start(files);
        clock.forward(Duration.ofMinutes(1));
        hub.bean(CanaryRounds.class).look();

        await().atMost(LIMIT).until(() -> !flight().isOnItsWay());

        assertThat(flight().fault()).isNull();
        assertThat(flight().legs()).contains(new CanaryLeg("opening its envelope", words, clock.asHubClock().now()), new CanaryLeg("comparing its checksum", "fits", clock.asHubClock().now()));
        assertNothingLeft();
    }

    @Test
    void namesTheStepThatBreaksInTheMiddle() throws IOException {
        start("zip: false");

        CanaryFlight broken = take(() -> {
            throw new IllegalStateException("may quote what was read");
        });

        assertThat(broken.fault()).isEqualTo("linking to people failed (IllegalStateException)");
        assertThat(broken.legs()).extracting(CanaryLeg::name).last().isEqualTo("writing it to the tables");
        assertThat(sent).isEmpty();
        assertNothingLeft();
    }

    @Test
    void namesTheStepThatTakesTooLong() throws IOException {
        start("zip: false");

        CanaryFlight slow = take(() -> {
            clock.forward(Duration.ofSeconds(75));
            return CanaryYield.of("linked");
        });

        assertThat(slow.fault()).isEqualTo("linking to people: it took 75 s, more than 60");
        assertNothingLeft();
    }

    @Test
    void givesUpWhatDoesNotComeBackFromTheBroker() throws IOException {
        start("zip: false");
        CanaryFlight flown = take(() -> CanaryYield.of("linked"));
        landing().judge(flown);
        assertThat(flight().isOnItsWay()).isTrue();

        clock.forward(Duration.ofMinutes(2));
        landing().judge(flown);
        landing().returned(AGENCY, FEED, UPLOAD);

        assertThat(flight().fault()).isEqualTo("over the broker and back: it did not come back within 2 minutes");
    }

    @Test
    void tellsABrokerThatGivesNothingBackOnceForAllFeeds() throws IOException {
        start("zip: false");
        CanaryStore store = hub.bean(CanaryStore.class);
        store.sent("one", "feed", "U-1", clock.asHubClock().now());
        store.sent("two", "feed", "U-2", clock.asHubClock().now());
        clock.forward(Duration.ofMinutes(2));
        store.arrived("one", "feed", "U-1", clock.asHubClock().now(), CanaryLanding.LAST_STEP + ": it did not come back within 2 minutes");
        judge();
        assertThat(open()).containsExactly("canary-refused:broker");

        store.sent("one", "feed", "U-3", clock.asHubClock().now());
        judge();
        assertThat(open()).containsExactly("canary-refused:broker");

        clock.forward(Duration.ofSeconds(1));
        store.arrived("one", "feed", "U-3", clock.asHubClock().now(), null);
        judge();
        assertThat(open()).isEmpty();
    }

    private void judge() {
        List<CanaryFlight> all = hub.bean(CanaryStore.class).all();
        all.forEach(flight -> hub.bean(CanaryAlarms.class).judge(flight, CanaryRounds.URGENT_LIMIT));
        hub.bean(CanaryAlarms.class).judgeBroker(all);
    }

    private List<String> open() {
        return hub.bean(OperatorAlarms.class).open().stream().map(OperatorAlarm::key).toList();
    }
}
