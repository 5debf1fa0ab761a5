package org.earlyhelp.hub.journey.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.earlyhelp.hub.embedded.settings.TrustedCertificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("outside")
class OutsideBrokerTests {
    @TempDir
    private Path folder;

    @Test
    void isBelievedByItsOwnCertificateAlone() throws IOException, JMSException {
        try (OutsideBroker broker = OutsideBroker.start(folder.resolve("one"))) {
            connect(broker, broker.certificate()).close();

            assertThatThrownBy(() -> connect(broker, ServerCertificate.make(folder.resolve("other"), "127.0.0.1").pem())).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void isNotBelievedUnderAnotherAddress() throws IOException {
        try (OutsideBroker broker = OutsideBroker.start(folder, "127.0.0.9")) {
            assertThatThrownBy(() -> connect(broker, broker.certificate())).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void keepsItsMessagesOverAKill() throws IOException, JMSException {
        try (OutsideBroker broker = OutsideBroker.start(folder)) {
            try (Connection connection = broker.connect(OutsideBroker.HUB); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
                session.createProducer(session.createQueue("frontdoor.early-help")).send(session.createTextMessage("kept"));
            }
            broker.kill();

            broker.startAgain();

            assertThat(broker.take("frontdoor.early-help")).singleElement().satisfies(OutsideBrokerTests::isKept);
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
