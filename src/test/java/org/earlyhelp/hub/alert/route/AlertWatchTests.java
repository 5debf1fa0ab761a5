package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertNotice;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.JmsException;

class AlertWatchTests extends AlertRoomTest {
    /** Each look is one of the test: the room's own would come between two of its steps. */
    @BeforeEach
    void endTheRoomsOwnLooks() {
        hub.bean(AlertWatch.class).stop();
    }

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
    void noticesThatNobodyReadsOfAFileThatCouldNotBeTaken() {
        hub.tell(new SenderFault("avonford-police", "missing-children", "R-20261122-7F3KQ2", new Counts(0, 0, 3, 0)));
        await().until(() -> hub.bean(OutboxStore.class).waiting() == 0);

        clock.forward(Duration.ofMinutes(10));
        hub.bean(AlertWatch.class).watchReaders();
        hub.bean(AlertWatch.class).watchReaders();

        assertThat(notices()).containsExactly("not-read for out-of-hours");
        assertThat(told()).singleElement().satisfies(message -> assertThat(message).contains("out-of-hours-webhook", "1 file could not be taken: File R-20261122-7F3KQ2",
                "avonford-police/missing-children sent could not be taken", "nobody reads the queue"));
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

    @Test
    void saysThatNobodySeesWhetherFirstContactIsRead() throws Exception {
        AlertWatch watch = hub.bean(AlertWatch.class);
        watch.stop();
        broker.stop();
        assertThatThrownBy(watch::watchReaders).isInstanceOf(JmsException.class);
        clock.forward(Duration.ofMinutes(10).minusSeconds(1));
        assertThatThrownBy(watch::watchReaders).isInstanceOf(JmsException.class);
        assertThat(alarms()).isEmpty();

        clock.forward(Duration.ofSeconds(1));
        assertThatThrownBy(watch::watchReaders).isInstanceOf(JmsException.class);
        assertThat(alarms()).containsExactly(AlertWatch.UNWATCHED);

        broker.startAgain();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> !watch.watchReaders());
        assertThat(alarms()).isEmpty();
    }

    private List<String> alarms() {
        return hub.bean(OperatorAlarms.class).open().stream().map(OperatorAlarm::key).toList();
    }

    @Test
    void tellsEachOutsideOnceByReferenceAlone() {
        raiseFirstContact("N1");
        String alert = sql().sql("SELECT ref FROM alert").query(String.class).single();
        clock.forward(Duration.ofMinutes(60));

        noticesNow();
        noticesNow();

        assertThat(told()).containsExactlyInAnyOrder(
                "manager-mail: Early Help Hub, front door: 1 alert needs you, 1 at level 4: Alert " + alert + ", level 4: Half the time to acknowledge it is gone and nobody has.\nLook at: /inbox",
                "out-of-hours-webhook: Early Help Hub, front door: 1 alert needs you, 1 at level 4: Alert " + alert + ", level 4: It should have been acknowledged by now.\nLook at: /inbox");
    }

    @Test
    void makesOneMessageOfWhatComesTogetherAndLosesNoneBeyond() {
        raiseFirstContact("N1");
        for (int i = 0; i < 60; i++) {
            sql().sql("INSERT INTO alert_notice (alert_ref, notice, told, message, at) SELECT ref, 'n' || ?, 'manager', 'Look.', now() FROM alert").param(i).update();
        }

        noticesNow();
        assertThat(told()).hasSize(1);
        noticesNow();
        noticesNow();

        assertThat(told()).hasSize(2).allSatisfy(message -> assertThat(message).contains("1 alert needs you"));
        assertThat(String.join("", told()).split("Look\\.", -1)).hasSize(61);
    }

    @Test
    void losesNoNoticeWhenAChannelIsFull() {
        raiseFirstContact("N1");
        sql().sql("INSERT INTO telling (id, channel, subject, words, made_at, next_at) SELECT 'T-' || i, 'out-of-hours-webhook', 'x', 'x', now(), now() FROM generate_series(1, 1000) i").update();
        clock.forward(Duration.ofMinutes(60));

        noticesNow();
        assertThat(told()).filteredOn(message -> message.contains("1 alert needs you")).singleElement().asString().startsWith("manager-mail");
        sql().sql("UPDATE telling SET settled_at = now(), is_delivered = false WHERE id LIKE 'T-%'").update();
        noticesNow();

        assertThat(told()).filteredOn(message -> message.contains("1 alert needs you")).anyMatch(message -> message.startsWith("out-of-hours-webhook") && message.contains("acknowledged by now")).hasSize(2);
    }

    @Test
    void cutsNoNoticeOffAMessageThatIsTooLong() {
        raiseFirstContact("N1");
        for (int i = 0; i < 50; i++) {
            sql().sql("INSERT INTO alert_notice (alert_ref, notice, told, message, at) SELECT ref, 'n' || ?, 'manager', ?, now() FROM alert")
                    .params(i, "It was decided on facts that were taken back since. ".repeat(3) + "Number " + i + ".").update();
        }

        noticesNow();

        assertThat(told()).hasSizeGreaterThan(1).allSatisfy(message -> assertThat(message).endsWith("\nLook at: /inbox").doesNotContain("…"));
        assertThat(String.join("", told()).split("Number \\d+\\.", -1)).hasSize(51);
    }

    @Test
    void tellsNothingTwiceAfterAStartAnew() {
        raiseFirstContact("N1");
        clock.forward(Duration.ofMinutes(30));
        noticesNow();

        AlertHub other = AlertHub.start(database, broker.url(), clock, data);
        other.bean(AlertWatch.class).watchClocks();
        other.close();

        assertThat(told()).hasSize(1);
    }

    private List<String> told() {
        return sql().sql("SELECT channel || ': ' || subject || ': ' || words FROM telling ORDER BY ordinal").query(String.class).list();
    }

    private JdbcClient sql() {
        return JdbcClient.create(database);
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
