package org.earlyhelp.hub.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerRegistry;
import org.earlyhelp.hub.kernel.StartFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerTests {
    private static final String PASSWORD = "front-door-secret";
    private static final long WAIT_MILLIS = 60_000;
    @TempDir
    private Path folder;
    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder, 0, Optional.of(PASSWORD));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HubQueues.EARLY_HELP, HubQueues.FIRST_CONTACT, HubQueues.IDENTITY_CHANGED})
    void handsItsMessagesToTheCaseSystem(String queue) throws JMSException {
        sendAsHub(queue, "{\"id\":\"1\"}");

        assertThat(receiveAsCaseSystem(queue)).isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void keepsMessagesOverARestart() throws JMSException {
        sendAsHub(HubQueues.FIRST_CONTACT, "{\"id\":\"2\"}");
        broker.close();
        start();

        assertThat(receiveAsCaseSystem(HubQueues.FIRST_CONTACT)).isEqualTo("{\"id\":\"2\"}");
    }

    @Test
    void startsAgainWhereItWasWhenItsJournalFailed() throws Exception {
        sendAsHub(HubQueues.FIRST_CONTACT, "{\"id\":\"3\"}");
        int port = broker.port();
        BrokerRegistry.getInstance().getBrokers().values().stream().filter(one -> broker.url().contains(one.getBrokerName())).findFirst().orElseThrow().stop();

        assertThat(broker.revive()).isTrue();
        assertThat(broker.revive()).isFalse();

        assertThat(broker.port()).isEqualTo(port);
        assertThat(receiveAsCaseSystem(HubQueues.FIRST_CONTACT)).isEqualTo("{\"id\":\"3\"}");
    }

    @Test
    void takesDecisionsAndNamesTheirSender() throws JMSException {
        send(caseSystem(), HubQueues.DECISIONS, "{}");

        try (Connection connection = hub().createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            Message decision = session.createConsumer(session.createQueue(HubQueues.DECISIONS)).receive(WAIT_MILLIS);
            assertThat(decision.getStringProperty("JMSXUserID")).isEqualTo("case-system");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HubQueues.DECISIONS, HubQueues.DEAD_LETTER, HubQueues.CANARY, "frontdoor.>", ">", "frontdoor.early-help,hub.dead-letter", "another"})
    void refusesOtherQueuesToTheCaseSystem(String queue) {
        assertThatExceptionOfType(JMSException.class).isThrownBy(() -> receiveAsCaseSystem(queue)).withMessageContaining("may not read");
    }

    @ParameterizedTest
    @ValueSource(strings = {HubQueues.EARLY_HELP, HubQueues.FIRST_CONTACT, HubQueues.DEAD_LETTER, HubQueues.CANARY, "another"})
    void refusesToTakeAlertsFromTheCaseSystem(String queue) {
        assertThatExceptionOfType(JMSException.class).isThrownBy(() -> send(caseSystem(), queue, "{}")).withMessageContaining("may not write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ActiveMQ.Advisory.Connection", "ActiveMQ.Advisory.>", "any"})
    void showsNoTopicToTheCaseSystem(String topic) throws JMSException {
        try (Connection connection = caseSystem().createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            assertThatExceptionOfType(JMSException.class).isThrownBy(() -> session.createConsumer(session.createTopic(topic)));
        }
    }

    @ParameterizedTest
    @CsvSource(value = {"case-system, wrong", "hub, front-door-secret", "steward, front-door-secret", "NULL, NULL", "case-system, NULL"}, nullValues = "NULL")
    void letsNobodyElseIn(String user, String password) {
        // The broker may hang up before the client has read why.
        assertThatExceptionOfType(JMSException.class).isThrownBy(() -> factory(user, password).createConnection().start())
                .withMessageMatching("User name or password is not right.*|Disposed due to prior exception");
    }

    @Test
    void refusesObjectMessages() throws JMSException {
        try (Connection connection = caseSystem().createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            Message object = session.createObjectMessage("anything");

            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> session.createProducer(session.createQueue(HubQueues.DECISIONS)).send(object))
                    .withMessageContaining("Only text messages");
        }
    }

    @Test
    void closesAConnectionThatSendsTooMuch() {
        assertThatExceptionOfType(JMSException.class).isThrownBy(() -> send(caseSystem(), HubQueues.DECISIONS, "x".repeat(BrokerSetup.MESSAGE_LIMIT_BYTES)));
    }

    @Test
    void listensOnThisMachineOnly() {
        assertThat(broker.port()).isPositive();
        assertThat(factory("hub", broker.password()).getBrokerURL()).startsWith("tcp://127.0.0.1:");
        assertThat(otherAddresses()).allSatisfy(address -> assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Socket(address, broker.port()).close()));
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder.resolve("other"), taken.getLocalPort(), Optional.empty()))
                    .withMessageContaining("port " + taken.getLocalPort() + " is taken");
        }
    }

    private static List<InetAddress> otherAddresses() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress()).toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private void sendAsHub(String queue, String text) throws JMSException {
        send(hub(), queue, text);
    }

    private static void send(ActiveMQConnectionFactory factory, String queue, String text) throws JMSException {
        try (Connection connection = factory.createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue(queue)).send(session.createTextMessage(text));
        }
    }

    private String receiveAsCaseSystem(String queue) throws JMSException {
        try (Connection connection = caseSystem().createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            return session.createConsumer(session.createQueue(queue)).receive(WAIT_MILLIS).getBody(String.class);
        }
    }

    private ActiveMQConnectionFactory hub() {
        return new ActiveMQConnectionFactory(broker.userName(), broker.password(), broker.url());
    }

    private ActiveMQConnectionFactory caseSystem() {
        return factory("case-system", PASSWORD);
    }

    private ActiveMQConnectionFactory factory(String user, String password) {
        return new ActiveMQConnectionFactory(user, password, "tcp://127.0.0.1:" + broker.port());
    }
}
