package org.earlyhelp.hub.journey.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.earlyhelp.hub.embedded.settings.TrustedCertificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of each maker that is installed here; the hub's own library always is. */
@Tag("outside")
class OutsideBrokerTests {
    private static final String QUEUE = "frontdoor.early-help";
    private static final long LIMIT_MILLIS = 30_000;
    /** A client's own limit: what comes back more often is no message that anybody can handle. */
    private static final int DELIVERIES = 3;
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isBelievedByItsOwnCertificateAlone(BrokerProgram program) throws IOException, JMSException {
        try (OutsideBroker broker = start(program, "127.0.0.1")) {
            connect(broker, broker.certificate()).close();

            assertThatThrownBy(() -> connect(broker, ServerCertificate.make(folder.resolve("other"), "127.0.0.1").pem())).isInstanceOf(JMSException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotBelievedUnderAnotherAddress(BrokerProgram program) throws IOException {
        try (OutsideBroker broker = start(program, "127.0.0.9")) {
            assertThatThrownBy(() -> connect(broker, broker.certificate())).isInstanceOf(JMSException.class);
        }
    }

    /** Also what a receiver had in hand and did not acknowledge. */
    @ParameterizedTest
    @EnumSource
    void keepsItsMessagesOverAKill(BrokerProgram program) throws IOException, JMSException {
        try (OutsideBroker broker = start(program, "127.0.0.1")) {
            send(broker, "kept");
            Connection connection = broker.connect(OutsideBroker.CASE_SYSTEM);
            assertThat(receive(connection.createSession(Session.CLIENT_ACKNOWLEDGE))).isEqualTo("kept");
            broker.kill();

            broker.startAgain();

            assertThat(broker.take(QUEUE)).singleElement().satisfies(OutsideBrokerTests::isKept);
            drop(connection);
        }
    }

    @ParameterizedTest
    @EnumSource
    void putsAwayWhatComesBackTooOften(BrokerProgram program) throws IOException, JMSException {
        try (OutsideBroker broker = start(program, "127.0.0.1")) {
            send(broker, "kept");
            try (ActiveMQConnection connection = (ActiveMQConnection) broker.connect(OutsideBroker.CASE_SYSTEM); Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
                connection.getRedeliveryPolicy().setMaximumRedeliveries(DELIVERIES - 1);
                connection.getRedeliveryPolicy().setInitialRedeliveryDelay(0);
                try (MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
                    for (int delivery = 0; delivery < DELIVERIES; delivery++) {
                        assertThat(consumer.receive(LIMIT_MILLIS)).isNotNull();
                        session.rollback();
                    }
                }
            }

            try (Connection hub = broker.connect(OutsideBroker.HUB); Session session = hub.createSession(Session.AUTO_ACKNOWLEDGE);
                 MessageConsumer consumer = session.createConsumer(session.createQueue("hub.dead-letter"))) {
                isKept(consumer.receive(LIMIT_MILLIS));
            }
            assertThat(broker.take(QUEUE)).isEmpty();
        }
    }

    private OutsideBroker start(BrokerProgram program, String certified) throws IOException {
        assumeTrue(program.isInstalled(), "There is " + BrokerProgram.WITHOUT_DEBIAN + ".");
        return OutsideBroker.start(program, folder, certified);
    }

    private static void send(OutsideBroker broker, String text) throws JMSException {
        try (Connection connection = broker.connect(OutsideBroker.HUB); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue(QUEUE)).send(session.createTextMessage(text));
        }
    }

    private static String receive(Session session) throws JMSException {
        return session.createConsumer(session.createQueue(QUEUE)).receive(LIMIT_MILLIS).getBody(String.class);
    }

    /** Closes it though its broker was killed, of which it may complain. */
    private static void drop(Connection connection) {
        try {
            connection.close();
        } catch (JMSException e) {
            assertThat(e).isNotNull();
        }
    }

    private static void isKept(Message message) throws JMSException {
        assertThat(message.getBody(String.class)).isEqualTo("kept");
    }

    /** As the hub itself connects, with HUB_BROKER_CA. */
    private static Connection connect(OutsideBroker broker, Path certificates) throws JMSException {
        ActiveMQSslConnectionFactory factory = new ActiveMQSslConnectionFactory(broker.url());
        factory.setKeyAndTrustManagers(null, TrustedCertificates.read(certificates), null);
        Connection connection = factory.createConnection(OutsideBroker.HUB, broker.password());
        connection.start();
        return connection;
    }
}
