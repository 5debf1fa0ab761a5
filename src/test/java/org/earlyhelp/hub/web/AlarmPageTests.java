package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class AlarmPageTests {
    @LocalServerPort
    private int port;
    @Autowired
    private OperatorAlarms alarms;

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
    void saysSoOnTheOperatorsStartPageAlone() {
        assertThat(Browser.signedIn(port, "operator").get("/").body()).contains("Feeds came as expected");
        alarms.raise("test:1", "feed-late", "No file came.", "/feeds");
        assertThat(Browser.signedIn(port, "operator").get("/").body()).contains("1 alarm").contains("No file came.");
        assertThat(Browser.signedIn(port, "manager").get("/").body()).doesNotContain("No file came.");
    }
}
