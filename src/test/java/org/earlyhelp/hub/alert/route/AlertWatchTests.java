package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertNotice;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.junit.jupiter.api.Test;

class AlertWatchTests extends AlertRoomTest {
    @Test
    void tellsTheManagerAtHalfTheLimitAndOutOfHoursAtTheLimit() {
        raiseFirstContact("N1");
        clock.forward(Duration.ofMinutes(29));
        assertThat(noticesNow()).isEmpty();

        clock.forward(Duration.ofMinutes(1));
        assertThat(noticesNow()).containsExactly("half-limit for manager");

        clock.forward(Duration.ofMinutes(30));
        assertThat(noticesNow()).containsExactlyInAnyOrder("half-limit for manager", "acknowledge-overdue for out-of-hours");
    }

    @Test
    void tellsTheManagerWhenADecisionIsOverdue() {
        raiseFirstContact("N1");

        clock.forward(Duration.ofDays(2));

        assertThat(noticesNow()).contains("decide-overdue for manager");
    }

    @Test
    void noticesThatNobodyReadsFirstContact() {
        hub.assessed(assessed().with(missingHigh(child)).news());
        await().until(() -> hub.bean(OutboxStore.class).waiting() == 0);
        hub.bean(AlertWatch.class).watchReaders();
        assertThat(notices()).isEmpty();

        clock.forward(Duration.ofMinutes(10));
        hub.bean(AlertWatch.class).watchReaders();

        assertThat(notices()).containsExactly("not-read for out-of-hours");
    }

    @Test
    void saysNothingOnceItWasRead() {
        raiseFirstContact("N1");
        clock.forward(Duration.ofMinutes(10));

        hub.bean(AlertWatch.class).watchReaders();

        assertThat(notices()).isEmpty();
    }

    @Test
    void noticesThatTheBrokerIsAway() throws Exception {
        broker.stop();
        hub.assessed(assessed().with(missingHigh(child)).news());

        clock.forward(Duration.ofMinutes(10));

        assertThat(noticesNow()).containsExactly("not-read for out-of-hours");
        broker.startAgain();
    }

    private List<String> noticesNow() {
        hub.bean(AlertWatch.class).watchClocks();
        return notices();
    }

    private List<String> notices() {
        return hub.bean(AlertDirectory.class).notices(10).stream().map(AlertWatchTests::text).toList();
    }

    private static String text(AlertNotice notice) {
        return notice.notice() + " for " + notice.told();
    }
}
