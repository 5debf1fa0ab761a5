package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticePageTests extends FrontDoorTest {
    private static final String HALF = "Half the time to acknowledge it is gone and nobody has.";
    @Autowired
    private NoticeStore notices;

    @Test
    void tellsTheManagerOnTheStartPageAndEverybodyOnTheAlert() {
        String alert = aMissingChild();
        assertThat(as("manager").get("/").body()).contains("No alert waited too long in the last 24 hours.").contains("Nobody is told outside these pages");

        notices.tellManager(alert, "half-limit", HALF, WebTestHub.NOW);

        assertThat(as("manager").get("/").body()).contains("1 notice in 24 hours").contains(alert + ": " + HALF);
        assertThat(as("front-door").get("/").body()).doesNotContain(HALF);
        assertThat(as("front-door").get("/alerts/" + alert).body()).contains("Notices that it waits").contains("for the manager: " + HALF);
    }

    @Test
    void countsNoneOfTheDayBefore() {
        String alert = aMissingChild();
        Instant yesterday = WebTestHub.NOW.minus(Duration.ofHours(25));

        for (String notice : List.of("half-limit", "decide-overdue")) {
            notices.tellManager(alert, notice, HALF, yesterday);
        }

        assertThat(as("manager").get("/").body()).contains("No alert waited too long in the last 24 hours.");
    }
}
