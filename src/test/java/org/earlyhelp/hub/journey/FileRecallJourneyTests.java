package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A police notice about the wrong child is recalled after the front door had it: everything it led to is taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FileRecallJourneyTests {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    @TempDir
    private static Path folder;
    private ErasureDay day;
    private String child;
    private String alert;

    @BeforeAll
    void sendByMistake() {
        day = new ErasureDay(folder);
        day.drop("avonford-schools", "school-attendance", "attendance.csv", ErasureDay.attendance("20/11/2026"));
        day.drop("avonford-police", "missing-children", "notice.json", ErasureDay.missing(1));
        child = day.mirelle();
        alert = day.sql().sql("SELECT ref FROM alert WHERE status = 'RAISED'").query(String.class).single();
        assertThat(frontDoor().get("/alerts/" + alert).body()).contains(child);
        day.drop("avonford-police", "missing-children", "notice.json.recall", "");
        await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM record WHERE withdrawn_at IS NOT NULL") == 0);
        await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM delivery WHERE answered_at IS NULL") == 0);
    }

    @AfterAll
    void stop() {
        day.close();
    }

    @Test
    @Order(1)
    void withdrawsTheAlertAndTellsTheQueue() {
        assertThat(day.sql().sql("SELECT status FROM alert").query(String.class).list()).containsExactly("WITHDRAWN");
        assertThat(day.sql().sql("SELECT type FROM outbox WHERE queue = 'frontdoor.first-contact' ORDER BY ordinal").query(String.class).list())
                .isEqualTo(List.of("earlyhelp.alert.raised.v1", "earlyhelp.alert.withdrawn.v1", "earlyhelp.alert.recalled.v1"));
    }

    @Test
    @Order(2)
    void leavesNothingOfTheNoticeAndAllOfTheRegister() {
        assertThat(day.sql().sql("SELECT DISTINCT feed FROM record").query(String.class).list()).containsExactly("school-attendance");
        assertThat(day.count("SELECT count(*) FROM mention m JOIN record r ON r.id = m.record_id WHERE r.feed = 'missing-children'")).isZero();
        assertThat(day.count("SELECT count(*) FROM need")).isZero();
        assertThat(day.mirelle()).isEqualTo(child);
        assertThat(day.rawFiles()).noneMatch(text -> text.contains("AV-26-9801"));
    }

    @Test
    @Order(3)
    void tellsTheWorkerWhoHadLooked() {
        String page = frontDoor().get("/recalls").body();

        assertThat(page).contains("Alerts you looked at that no longer hold", alert, "Files that their senders took back", "avonford-police / missing-children", child);
    }

    @Test
    @Order(4)
    void tellsTheManagerEveryoneWhoHadBeenTold() {
        assertThat(day.browser("manager").get("/recalls").body()).contains("frontdoor.first-contact", "front-door", "2 people were in it");
    }

    @Test
    @Order(5)
    void writesTheCorrectionOfEachPersonIntoTheLog() {
        assertThat(day.count("SELECT count(*) FROM sharing_entry WHERE kind = 'CORRECTED'")).isEqualTo(2);
    }

    private Browser frontDoor() {
        return day.browser("front-door");
    }
}
