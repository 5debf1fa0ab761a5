package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.earlyhelp.hub.sharing.check.CheckWatch;
import org.earlyhelp.hub.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One child in every feed is forgotten, her brother stays: over SFTP, pages and queues, as people do it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureJourneyTests {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    @TempDir
    private static Path folder;
    private ErasureDay day;
    private String mirelle;
    private String tobias;
    private String erasure;

    @BeforeAll
    void play() {
        day = new ErasureDay(folder);
        day.play();
        mirelle = day.mirelle();
        tobias = day.personOf("Z999400118044");
    }

    @AfterAll
    void stop() {
        day.close();
    }

    @Test
    @Order(1)
    void isKnownEverywhereBefore() {
        assertThat(mirelle).isNotEqualTo(tobias);
        assertThat(day.count("SELECT count(*) FROM alert WHERE status = 'RAISED' AND level = 4")).isOne();
        Map<String, String> everything = day.everything();
        assertThat(tells(everything)).contains("table mention", "table person", "table record", "free texts").anyMatch(place -> place.startsWith("file broker/kahadb"))
                .anyMatch(place -> place.contains("/receipts/"));
        assertThat(day.rawFiles()).hasSize(6);
    }

    @Test
    @Order(2)
    void asksForAReasonWhileAnAlertIsOpen() {
        Browser ig = day.browser("ig");
        String plan = "/rights/erasure/plan?person=" + mirelle;
        assertThat(ig.get(plan).body()).contains("is open").contains("records that go whole").doesNotContain("Mirelle");
        String form = "/rights/erasure/plan";

        assertThat(ig.post(plan, form, Map.of("person", mirelle, "ground", "UNLAWFUL", "reason", "Sent in error")).statusCode()).isEqualTo(400);
        String to = ig.post(plan, form, Map.of("person", mirelle, "ground", "UNLAWFUL", "reason", "Sent in error", "override", "The notice was of somebody else"))
                .headers().firstValue("Location").orElseThrow();

        erasure = to.substring(to.lastIndexOf('/') + 1);
        assertThat(ig.post(to(), to() + "/confirm", Map.of()).statusCode()).isEqualTo(409);
        assertThat(day.mirelle()).isEqualTo(mirelle);
    }

    @Test
    @Order(3)
    void isDoneOnceASecondPersonConfirms() {
        Browser manager = day.browser("manager");

        manager.post(to(), to() + "/confirm", Map.of());

        await().atMost(LIMIT).untilAsserted(() -> assertThat(day.sql().sql("SELECT place || ': ' || waits FROM erasure_step WHERE waits IS NOT NULL").query(String.class).list()).isEmpty());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(day.count("SELECT count(*) FROM erasure WHERE state = 'DONE'")).as("%s",
                day.sql().sql("SELECT place, waits FROM erasure_step").query().listOfRows()).isOne());
        await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM outbox WHERE published_at IS NULL") == 0);
        assertThat(manager.get(to()).body()).contains("Done").contains("Taken out of the database").contains("raw files").doesNotContain(mirelle);
    }

    @Test
    @Order(4)
    void leavesNothingOfHersAnywhere() {
        Map<String, String> everything = day.everything();

        assertThat(tells(everything)).isEmpty();
        assertThat(day.rawFiles()).noneMatch(text -> ErasureDay.HERS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
        assertThat(everything.entrySet()).filteredOn(one -> one.getValue().contains(mirelle)).extracting(Map.Entry::getKey)
                .as("only the note that her reference is gone, for receivers to read").allMatch(place -> place.startsWith("file broker/kahadb"));
    }

    @Test
    @Order(5)
    void leavesEveryProofOfTheSharingLogValid() {
        assertThat(day.count("SELECT count(*) FROM sharing_entry WHERE sealed IS NULL")).isPositive();

        assertThat(day.hub.bean(CheckWatch.class).check(true).faults()).isEmpty();
    }

    @Test
    @Order(5)
    void leavesHerBrotherAsHeWas() {
        assertThat(day.personOf("Z999400118044")).isEqualTo(tobias);
        assertThat(day.count("SELECT count(*) FROM record r JOIN mention m ON m.record_id = r.id WHERE m.person ->> 'forenames' = 'Tobias'")).isEqualTo(2);
        assertThat(day.count("SELECT count(*) FROM mention WHERE role = 'VICTIM'")).isEqualTo(2);
        assertThat(day.count("SELECT count(*) FROM alert WHERE status = 'WITHDRAWN' AND level = 4")).isOne();
    }

    @Test
    @Order(6)
    void doesNotTakeTheSameFilesAgain() {
        day.drop("avonford-police", "missing-children", "again.json", ErasureDay.missing(1) + "\n");
        day.drop("avonford-schools", "school-attendance", "again.csv", ErasureDay.attendance("20/11/2026") + "\n");

        assertThat(day.count("SELECT count(*) FROM mention WHERE person ->> 'forenames' = 'Mirelle'")).isZero();
        assertThat(day.count("SELECT count(*) FROM finding WHERE code = 'ERASED_SENT_AGAIN'")).isEqualTo(2);
        assertThat(day.count("SELECT count(*) FROM delivery_error WHERE code = 'ERASED'")).isOne();
    }

    @Test
    @Order(7)
    void knowsANewEventAsANewPerson() {
        day.drop("avonford-police", "missing-children", "new.json", ErasureDay.missing(1).replace("AV-26-9801", "AV-26-9977"));

        assertThat(day.count("SELECT count(*) FROM mention WHERE person ->> 'forenames' = 'Mirelle'")).isOne();
        assertThat(day.count("SELECT count(*) FROM person WHERE ref = '" + mirelle + "'")).isZero();
        assertThat(day.count("SELECT count(*) FROM alert WHERE status = 'RAISED' AND level = 4")).isOne();
    }

    private String to() {
        return "/rights/erasure/" + erasure;
    }

    private static List<String> tells(Map<String, String> everything) {
        return everything.entrySet().stream().filter(one -> !one.getKey().contains("/help/")).filter(one -> ErasureDay.HERS.stream().anyMatch((one.getKey() + " " + one.getValue()).toLowerCase(Locale.ROOT)::contains))
                .map(Map.Entry::getKey).toList();
    }
}
