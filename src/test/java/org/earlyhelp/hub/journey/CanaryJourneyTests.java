package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.broker.BrokerRegistry;
import org.apache.activemq.broker.BrokerService;
import org.earlyhelp.hub.intake.canary.Canaries;
import org.earlyhelp.hub.intake.canary.CanaryFlight;
import org.earlyhelp.hub.intake.canary.CanaryLeg;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Canaries through a whole hub to the broker and back, beside one family that is real: what they reach, and that they leave nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryJourneyTests {
    /** The hub lets a minute pass after its start. */
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Its acknowledgement, and the alarm that a fault of it raises. */
    private static final List<String> ITS_OWN = List.of("canary", "canary_step", "operator_alarm", "telling");
    @TempDir
    private static Path folder;
    private ErasureDay day;

    @BeforeAll
    void oneRealAlert() {
        day = new ErasureDay(folder);
        day.drop("avonford-police", "missing-children", "zelenka-mirelle.json", ErasureDay.missing(1));
        awaitAll();
        // The last that a first minute writes by itself.
        await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM checkpoint_posted") > 0);
    }

    @AfterAll
    void stop() {
        day.close();
    }

    private List<CanaryFlight> flights() {
        return day.hub.bean(Canaries.class).all();
    }

    private void awaitAll() {
        int feeds = day.hub.bean(AgreementBook.class).feeds().size();
        await().atMost(LIMIT).until(() -> flights().stream().filter(flight -> !flight.isOnItsWay()).count() == feeds);
    }

    /** As if a quarter of an hour had passed: the hub sends them all at once. */
    private void flyAgain() {
        List<String> before = flights().stream().map(CanaryFlight::upload).toList();
        day.sql().sql("UPDATE canary SET sent_at = sent_at - interval '1 hour'").update();
        await().atMost(LIMIT).until(() -> flights().stream().noneMatch(flight -> flight.isOnItsWay() || before.contains(flight.upload())));
    }

    /** A hash of each table's rows, and how far the numbers of alerts have come. */
    private Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        List<String> tables = day.sql().sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'").query(String.class).list();
        tables.stream().filter(table -> !ITS_OWN.contains(table)).forEach(table -> all.put(table,
                day.sql().sql("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM " + table + " t").query(String.class).single()));
        all.put("number of alerts", day.sql().sql("SELECT last_value || ' ' || is_called FROM alert_number").query(String.class).single());
        return all;
    }

    private List<String> wordsOf(String lane) {
        return flights().stream().filter(flight -> flight.lane().equals(lane)).flatMap(flight -> flight.legs().stream()).map(CanaryLeg::words).toList();
    }

    @Test
    @Order(1)
    void everyFeedComesBackFromTheBroker() {
        assertThat(flights()).allSatisfy(flight -> {
            assertThat(flight.fault()).as(flight.lane()).isNull();
            assertThat(flight.legs()).as(flight.lane()).extracting(CanaryLeg::name).contains("linking to people", "assessing needs and alerts").last().isEqualTo("over the broker and back");
        });
    }

    @Test
    @Order(1)
    void composesAnAlertWhereItsFactsRaiseOne() {
        assertThat(wordsOf("avonford-police/missing-children")).contains("assessed, an alert for frontdoor.early-help composed");
        assertThat(wordsOf("avonford-schools/school-attendance")).contains("assessed, no alert");
    }

    @Test
    @Order(2)
    void leavesNothingHoweverManyFlyAtOnce() {
        Map<String, String> before = all();

        flyAgain();

        assertThat(all()).isEqualTo(before);
        assertThat(flights()).allSatisfy(flight -> assertThat(flight.fault()).as(flight.lane()).isNull());
    }

    @Test
    @Order(2)
    void leavesNothingWhenItBreaksInTheMiddle() {
        Map<String, String> before = all();
        day.sql().sql("ALTER TABLE alert ADD CONSTRAINT no_canary CHECK (ref <> 'A-2026-000000')").update();

        flyAgain();

        day.sql().sql("ALTER TABLE alert DROP CONSTRAINT no_canary").update();
        assertThat(faultOf("avonford-police/missing-children")).startsWith("assessing needs and alerts failed (");
        assertThat(faultOf("avonford-schools/school-attendance")).isNull();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void leavesNothingWhileTheBrokerIsAway() throws Exception {
        Map<String, String> before = all();
        brokerOf(day).stop();

        flyAgain();

        assertThat(flights()).allSatisfy(flight -> assertThat(flight.fault()).as(flight.lane()).isNull());
        assertThat(all()).isEqualTo(before);
    }

    /** It is started again by the hub, which looks after its parts. */
    private static BrokerService brokerOf(ErasureDay day) {
        return BrokerRegistry.getInstance().getBrokers().values().stream().filter(broker -> portOf(broker) == day.hub.endpoints().broker()).findFirst().orElseThrow();
    }

    private static int portOf(BrokerService broker) {
        try {
            return broker.getTransportConnectors().get(0).getConnectUri().getPort();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String faultOf(String lane) {
        return flights().stream().filter(flight -> flight.lane().equals(lane)).findFirst().orElseThrow().fault();
    }

    @Test
    @Order(3)
    void logsNoMessageThatWasNeverWritten() throws IOException {
        String log = Files.readString(Path.of(day.environment.get("HUB_DATA_DIR")).resolve("logs/hub.log"));

        long told = log.lines().filter(line -> line.contains(" is written for ")).count();

        assertThat(told).isPositive().isEqualTo(day.sql().sql("SELECT count(*) FROM outbox").query(Long.class).single());
    }

    @Test
    @Order(4)
    void numbersTheNextRealAlertWithoutAGap() {
        day.drop("avonford-police", "missing-children", "another.json", ErasureDay.missing(1).replace("AV-26-9801", "AV-26-9899").replace("Zelenka", "Adeyemi").replace("Mirelle", "Temi")
                .replace("2013-04-17", "2012-02-02").replace("MZ-77120", "TA-1").replace("6 Loom Yard", "9 Quay Street"));

        assertThat(day.sql().sql("SELECT ref FROM alert ORDER BY id").query(String.class).list()).containsExactly("A-2026-000001", "A-2026-000002");
    }

    @Test
    @Order(5)
    void fliesAgainWhenTheHubDiedOverIt() {
        day.sql().sql("UPDATE canary SET arrived_at = NULL").update();
        day.stop();
        day.start();

        awaitAll();

        assertThat(flights()).allSatisfy(flight -> assertThat(flight.fault()).as(flight.lane()).isNull());
        assertThat(day.sql().sql("SELECT count(*) FROM alert").query(Long.class).single()).isEqualTo(2);
    }
}
