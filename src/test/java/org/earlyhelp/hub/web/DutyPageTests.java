package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.database=of-the-desk")
@TestInstance(Lifecycle.PER_CLASS)
class DutyPageTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;

    @BeforeAll
    void write() {
        new CaseFile(sql).write();
    }

    @Test
    void opensTheManagersDeskToManagersOnly() {
        for (String page : List.of("/waiting", "/rules/withdrawal")) {
            assertThat(Browser.signedIn(port, "manager").get(page).statusCode()).as(page).isEqualTo(200);
            assertThat(Browser.signedIn(port, "front-door").get(page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(Browser.signedIn(port, "operator").get("/queues").body()).contains("The broker cannot be reached");
        assertThat(Browser.signedIn(port, "manager").get("/queues").statusCode()).isEqualTo(403);
    }

    @Test
    void releasesNothingForANumberOutOfRange() {
        Browser manager = Browser.signedIn(port, "manager");

        assertThat(manager.post("/inbox", "/waiting", Map.of("families", "0", "level", "3")).body()).contains("Enter a number of families from 1 to 200");
        assertThat(manager.post("/inbox", "/waiting", Map.of("families", "5", "level", "4")).statusCode()).isEqualTo(400);
        assertThat(manager.get("/waiting").body()).contains("No family waits");
    }

    @Test
    void takesARuleBackAndRecallsItsAlert() {
        Browser worker = Browser.signedIn(port, "front-door");
        worker.get("/alerts/A-2026-000001");
        Browser manager = Browser.signedIn(port, "manager");
        assertThat(manager.get("/rules/withdrawal?rule=stands-alone").body()).contains("A-2026-000001");
        assertThat(manager.post("/rules/withdrawal", "/rules/withdrawal", Map.of("rule", "stands-alone", "reason", " ")).statusCode()).isEqualTo(400);

        assertThat(manager.get("/rules/withdrawal?rule=stands-alone").body()).contains("nothing ends before a second person confirms");
        manager.post("/rules/withdrawal", "/rules/withdrawal", Map.of("rule", "stands-alone", "reason", "Its window was wrong"));
        assertThat(status("A-2026-000001")).as("it is at level 4").isEqualTo("RAISED");
        String confirm = "/rules/withdrawal/" + sql.sql("SELECT id FROM rule_withdrawal").query(Long.class).single() + "/confirm";
        assertThat(manager.post("/rules/withdrawal", confirm, Map.of()).statusCode()).isEqualTo(409);

        Browser ig = Browser.signedIn(port, "ig");
        assertThat(ig.get("/").body()).contains("asks to take back stands-alone");
        ig.post("/rules/withdrawal", confirm, Map.of());

        assertThat(status("A-2026-000001")).isEqualTo("WITHDRAWN");
        assertThat(manager.get("/recalls").body()).contains("A-2026-000001").contains("Its window was wrong").contains("front-door (front-door)").contains("this page");
        assertThat(worker.get("/recalls").body()).contains("A-2026-000001").doesNotContain("Who was told");
        assertThat(Browser.signedIn(port, "steward").get("/recalls").statusCode()).isEqualTo(403);
    }

    @Test
    void letsAManagerAloneSetALevel() {
        String alert = "/alerts/A-2026-000002";
        Browser manager = Browser.signedIn(port, "manager");
        Map<String, String> form = Map.of("version", "1", "level", "3", "reason", "Known to the service and safe today");
        assertThat(Browser.signedIn(port, "front-door").post(alert, alert + "/level", form).statusCode()).isEqualTo(403);
        assertThat(manager.post(alert, alert + "/level", Map.of("version", "1", "level", "3", "reason", " ")).body()).contains("with a reason only");
        assertThat(manager.post(alert, alert + "/level", Map.of("version", "1", "level", "7", "reason", "why")).body()).contains("A level is 1 to 4");

        manager.post(alert, alert + "/level", form);

        assertThat(Browser.signedIn(port, "front-door").get(alert).body()).contains("Set to level 3 by manager").contains("Known to the service and safe today")
                .doesNotContain("Set the level yourself");
    }

    @Test
    void takesNoLevelWithTheDecisionOfAWorker() {
        String alert = "/alerts/A-2026-000002";
        Browser worker = Browser.signedIn(port, "front-door");
        assertThat(worker.get(alert).body()).doesNotContain("Another level than the hub shows");
        Map<String, String> form = Map.of("id", "01K00000000000000000000077", "version", "1", "outcome", "UNIVERSAL", "reason", "why", "told", "YES", "agrees", "YES", "level", "1");

        assertThat(worker.post(alert, alert + "/decision", form).body()).contains("Only a manager sets another level");
    }

    private String status(String alert) {
        return sql.sql("SELECT status FROM alert WHERE ref = ?").param(alert).query(String.class).single();
    }
}
