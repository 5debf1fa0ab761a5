package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.database=of-emergencies")
@TestInstance(Lifecycle.PER_CLASS)
class EmergencyPageTests {
    private static final String REASON = "Ambulance waits and nobody of the front door answers";
    private static final String ALERT = "/alerts/A-2026-000001";
    private static final String HIDDEN_ALERT = "/alerts/A-2026-000002";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;

    @BeforeAll
    void write() {
        new CaseFile(sql).write();
    }

    private static void open(Browser browser, String page, String reason) {
        browser.post("/emergency?page=" + page, "/emergency", Map.of("page", page, "reason", reason));
    }

    @Test
    void opensOnePageWithAReason() {
        Browser operator = Browser.signedIn(port, "operator");
        assertThat(operator.get(ALERT).statusCode()).isEqualTo(403);
        assertThat(operator.get(ALERT).body()).contains("/emergency?page=/alerts/A-2026-000001");

        open(operator, ALERT, REASON);

        assertThat(operator.get(ALERT).statusCode()).isEqualTo(200);
        assertThat(operator.get(ALERT).body()).contains("Reported missing 3 times in 90 days").contains("You opened this page in an emergency");
        assertThat(operator.get(HIDDEN_ALERT).statusCode()).isEqualTo(403);
        assertThat(operator.get("/inbox").statusCode()).isEqualTo(403);
        assertThat(Browser.signedIn(port, "steward").get(ALERT).statusCode()).isEqualTo(403);
    }

    @Test
    void logsTheOpeningAndEverySightOfIt() {
        Browser steward = Browser.signedIn(port, "steward");
        open(steward, HIDDEN_ALERT, REASON);
        long before = entries();

        steward.get(HIDDEN_ALERT);

        assertThat(entries()).isGreaterThan(before);
        assertThat(sql.sql("SELECT count(*) FROM emergency_access e JOIN sharing_entry s ON s.id = e.entry WHERE e.account = 'steward'").query(Long.class).single()).isEqualTo(1);
        assertThat(steward.get(HIDDEN_ALERT).body()).doesNotContain(CaseFile.HIDDEN_POSTCODE);
    }

    private long entries() {
        return sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'BREAK_GLASS'").query(Long.class).single();
    }

    @Test
    void opensNothingToWhoeverGivesNoReason() {
        Browser operator = Browser.signedIn(port, "operator");

        assertThat(operator.post("/emergency?page=" + HIDDEN_ALERT, "/emergency", Map.of("page", HIDDEN_ALERT, "reason", " because ")).body()).contains("Give a reason of 15 to 500");
        assertThat(operator.get(HIDDEN_ALERT).statusCode()).isEqualTo(403);
    }

    @Test
    void opensNoOtherPageOfTheHub() {
        Browser operator = Browser.signedIn(port, "operator");

        assertThat(operator.get("/emergency?page=/sharing").statusCode()).isEqualTo(404);
        assertThat(operator.post("/emergency?page=" + ALERT, "/emergency", Map.of("page", "//elsewhere.example/alerts/A-2026-000001", "reason", REASON)).statusCode()).isEqualTo(404);
    }

    @Test
    void opensReadingOnly() {
        Browser ig = Browser.signedIn(port, "operator");
        open(ig, ALERT, REASON);

        assertThat(ig.post(ALERT, ALERT + "/acknowledge", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void endsAfterItsTime() {
        Browser operator = Browser.signedIn(port, "operator");
        open(operator, "/families/F-AAAAAA", REASON);
        sql.sql("UPDATE emergency_access SET opened_at = opened_at - interval '2 hours', ends_at = ends_at - interval '2 hours' WHERE page = '/families/F-AAAAAA'").update();

        assertThat(operator.get("/families/F-AAAAAA").statusCode()).isEqualTo(403);
    }

    @Test
    void waitsForAManagersReview() {
        open(Browser.signedIn(port, "steward"), "/families/F-BBBBBB", REASON);
        Browser manager = Browser.signedIn(port, "manager");
        long id = sql.sql("SELECT id FROM emergency_access WHERE page = '/families/F-BBBBBB'").query(Long.class).single();
        assertThat(manager.get("/emergency/uses").body()).contains("/families/F-BBBBBB").contains(REASON);

        manager.post("/emergency/uses", "/emergency/uses/" + id, Map.of("verdict", "WRONG", "remark", "The duty line was open"));

        assertThat(manager.get("/emergency/uses").body()).contains("Wrong, by manager").contains("The duty line was open");
        assertThat(manager.post("/emergency/uses", "/emergency/uses/" + id, Map.of("verdict", "RIGHT")).statusCode()).isEqualTo(409);
        assertThat(Browser.signedIn(port, "steward").get("/emergency/uses").statusCode()).isEqualTo(403);
    }
}
