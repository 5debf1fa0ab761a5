package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class AlarmPageTests {
    @LocalServerPort
    private int port;
    @Autowired
    private OperatorAlarms alarms;
    @Autowired
    private JdbcClient sql;

    @AfterEach
    void end() {
        alarms.clear("test:1");
        alarms.clear("test:2");
    }

    @Test
    void showsWhatIsOpenAndWhatIsOver() {
        alarms.raise("test:1", "feed-late", "No file of avonford-schools/school-attendance came.", "/feeds");
        alarms.raise("test:2", "disk-full", "The <disk> is full.", "javascript:alert(1)");
        alarms.clear("test:2");
        String page = Browser.signedIn(port, "operator").get("/alarms").body();
        assertThat(page).contains("feed late").contains("No file of avonford-schools/school-attendance came.").contains("<a class=\"govuk-link\" href=\"/feeds\">/feeds</a>")
                .contains("disk full").contains("The &lt;disk&gt; is full.").contains("Nobody: set HUB_ALARM_WEBHOOK").doesNotContain("href=\"javascript");
    }

    @Test
    void showsTheStepsOfEachFeedsCanary() {
        sql.sql("INSERT INTO canary (agency, feed, upload, sent_at, arrived_at) VALUES ('avonford-police', 'missing-children', 'U-1', '2026-11-23T08:00:00Z', '2026-11-23T08:00:06Z')").update();
        sql.sql("INSERT INTO canary_step (agency, feed, ordinal, name, words, ended_at) VALUES ('avonford-police', 'missing-children', 0, 'linking to people', 'linked', '2026-11-23T08:00:04.5Z'), "
                + "('avonford-police', 'missing-children', 1, 'over the broker and back', 'sent, taken and acknowledged', '2026-11-23T08:00:06Z')").update();

        String page = Browser.signedIn(port, "operator").get("/alarms").body();

        assertThat(page).contains("avonford-police / missing-children").contains("through, after 6.0 s").contains("linking to people: linked, 4.5 s").contains("over the broker and back: sent, taken and acknowledged, 1.5 s");
        assertThat(Browser.signedIn(port, "operator").get("/feeds/avonford-police/missing-children").body()).contains("through, after 6.0 s").contains("linking to people: linked, 4.5 s");
        sql.sql("DELETE FROM canary").update();
    }

    @Test
    void saysSoOnTheOperatorsStartPageAlone() {
        assertThat(Browser.signedIn(port, "operator").get("/").body()).contains("None. Feeds, accounts, the broker");
        alarms.raise("test:1", "feed-late", "No file came.", "/feeds");
        assertThat(Browser.signedIn(port, "operator").get("/").body()).contains("1 alarm").contains("No file came.");
        assertThat(Browser.signedIn(port, "manager").get("/").body()).doesNotContain("No file came.");
    }
}
