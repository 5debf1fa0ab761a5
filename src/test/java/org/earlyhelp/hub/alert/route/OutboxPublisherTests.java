package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxPublisherTests extends AlertRoomTest {
    @Test
    void publishesWhatAKilledHubLeftBehind() throws Exception {
        hub.bean(OutboxPublisher.class).stop();
        hub.assessed(assessed().with(missing(child)).news());
        assertThat(broker.drain(EARLY_HELP)).isEmpty();

        try (AlertHub next = AlertHub.start(database, broker.url(), clock, data)) {
            broker.take(EARLY_HELP, 1);
            assertThat(next.bean(OutboxPublisher.class).isRunning()).isTrue();
            await().until(() -> waiting() == 0);
        }
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void sendsAgainUnderTheSameIdWhenKilledBeforeNotingIt() throws Exception {
        hub.assessed(assessed().with(missing(child)).news());
        String first = broker.take(EARLY_HELP, 1).get(0).getStringProperty("ce_id");
        await().until(() -> waiting() == 0);

        JdbcClient.create(database).sql("UPDATE outbox SET published_at = NULL").update();

        assertThat(broker.take(EARLY_HELP, 1).get(0).getStringProperty("ce_id")).isEqualTo(first);
    }

    @Test
    void losesNothingWhileTheBrokerIsDown() throws Exception {
        broker.stop();
        for (int i = 0; i < 5; i++) {
            raise(borough.family());
        }
        assertThat(waiting()).isEqualTo(5);

        broker.startAgain();

        assertThat(idsOf(broker.take(EARLY_HELP, 5))).doesNotHaveDuplicates();
        await().until(() -> waiting() == 0);
    }

    @Test
    void keepsTheOrderOfAFamily() throws Exception {
        hub.bean(OutboxPublisher.class).stop();
        hub.assessed(assessed().with(missing(child)).news());
        for (int version = 2; version <= 6; version++) {
            hub.assessed(assessed().with(missing(child)).news());
        }

        hub.bean(OutboxPublisher.class).start();

        List<Integer> versions = new ArrayList<>();
        for (TextMessage message : broker.take(EARLY_HELP, 6)) {
            versions.add(json(message).path("data").path("version").intValue());
        }
        assertThat(versions).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void firstContactNeverWaitsForEarlyHelp() throws Exception {
        JdbcClient.create(database).sql("""
                INSERT INTO outbox (id, queue, type, priority, body, created_at)
                SELECT 'bulk-' || n, 'frontdoor.early-help', 'earlyhelp.alert.raised.v1', 4, '{}', now() FROM generate_series(1, 10000) n
                """).update();

        hub.assessed(assessed().with(missingHigh(child)).news());

        broker.take(FIRST_CONTACT, 1);
        await().untilAsserted(() -> assertThat(sentAfterFirstContact()).as("early help that was still to be sent").isPositive());
    }

    @Test
    void twoHubsPublishEachMessageOnce() throws Exception {
        try (AlertHub second = AlertHub.start(database, broker.url(), clock, data)) {
            for (int i = 0; i < 30; i++) {
                raise(borough.family());
            }
            assertThat(idsOf(broker.take(EARLY_HELP, 30))).doesNotHaveDuplicates();
            assertThat(second.bean(OutboxPublisher.class).isRunning()).isTrue();
        }
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    private void raise(Borough.Family other) {
        String pupil = borough.child(other);
        hub.assessed(assessmentOf(other.id(), other.ref()).child(pupil, false).with(missing(pupil)).news());
    }

    /** By the order of the transactions that noted it: the reader may have been slow. */
    private long sentAfterFirstContact() {
        return JdbcClient.create(database).sql("""
                SELECT count(*) FROM outbox early, outbox urgent
                 WHERE urgent.queue = 'frontdoor.first-contact' AND urgent.published_at IS NOT NULL
                   AND early.queue = 'frontdoor.early-help' AND (early.published_at IS NULL OR early.xmin::text::bigint > urgent.xmin::text::bigint)
                """).query(Long.class).single();
    }

    private long waiting() {
        return new OutboxStore(JdbcClient.create(database)).waiting();
    }

    private static List<String> idsOf(List<TextMessage> messages) throws Exception {
        List<String> ids = new ArrayList<>();
        for (TextMessage message : messages) {
            ids.add(message.getStringProperty("ce_id"));
        }
        return ids;
    }
}
