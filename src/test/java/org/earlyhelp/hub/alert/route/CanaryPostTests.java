package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import org.earlyhelp.hub.alert.message.CanaryNote;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.intake.canary.CanaryMessage;
import org.earlyhelp.hub.intake.canary.CanaryReturn;
import org.junit.jupiter.api.Test;

class CanaryPostTests extends AlertRoomTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private void send(String feed, String upload, String text) {
        hub.bean(CanaryPost.class).send(new CanaryMessage("avonford-police", feed, upload, text));
    }

    private void awaitReturned(String... canaries) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(hub.returned()).contains(canaries));
    }

    private static Message left(Session session) throws JMSException {
        Message message = session.createTextMessage("{}");
        message.setJMSType(CanaryNote.TYPE);
        message.setStringProperty(CanaryNote.UPLOAD, "U-LEFT");
        message.setStringProperty(CanaryNote.AGENCY, "avonford-police");
        message.setStringProperty(CanaryNote.FEED, "domestic-abuse");
        return message;
    }

    @Test
    void goesOverTheBrokerAndBack() throws Exception {
        send("missing-children", "U-1", "{\"what\": \"an alert would say\"}");
        send("domestic-abuse", "U-2", null);

        awaitReturned("avonford-police/missing-children U-1", "avonford-police/domestic-abuse U-2");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(broker.drain(CanaryReturn.QUEUE)).isEmpty());
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(broker.drain(FIRST_CONTACT)).isEmpty();
    }

    @Test
    void waitsForABrokerThatIsAway() throws Exception {
        broker.stop();
        send("missing-children", "U-1", "{}");
        assertThat(hub.returned()).isEmpty();

        broker.startAgain();

        awaitReturned("avonford-police/missing-children U-1");
    }

    @Test
    void sendsNoneWhoseTimeIsOver() throws Exception {
        hub.bean(CanaryPost.class).stop();
        send("missing-children", "U-OLD", "{}");
        clock.forward(Duration.ofMinutes(3));
        send("domestic-abuse", "U-NEW", null);

        hub.bean(CanaryPost.class).start();

        awaitReturned("avonford-police/domestic-abuse U-NEW");
        assertThat(hub.returned()).as("it may come back more than once").containsOnly("avonford-police/domestic-abuse U-NEW");
    }

    @Test
    void takesOffWhatAHubThatDiedLeft() throws Exception {
        broker.send(CanaryReturn.QUEUE, session -> session.createTextMessage("no canary"));
        broker.send(CanaryReturn.QUEUE, CanaryPostTests::left);

        send("missing-children", "U-1", null);

        awaitReturned("avonford-police/domestic-abuse U-LEFT", "avonford-police/missing-children U-1");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(broker.drain(CanaryReturn.QUEUE)).isEmpty());
    }
}
