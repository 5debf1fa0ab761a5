package org.earlyhelp.hub.journey.outside;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.earlyhelp.hub.support.FreePort;

/**
 * ActiveMQ Classic in a process of its own, as a council runs it: TLS alone, the accounts {@code hub} and {@code case-system} with
 * rights by queue, its journal in a folder. Can be killed and started again on the same port. Not thread-safe.
 */
public final class OutsideBroker implements AutoCloseable {
    public static final String HUB = "hub";
    public static final String CASE_SYSTEM = "case-system";
    static final String PASSWORDS = "OUTSIDE_BROKER_PASSWORD";
    private static final String PASSWORD = "kept outside the hub";
    private static final long NOTHING_MORE_MILLIS = 2_000;
    private final Path folder;
    private final ServerCertificate certificate;
    private final BrokerProgram program;
    private final int port = FreePort.find();
    private Runnable kill;

    private OutsideBroker(Path folder, BrokerProgram program, ServerCertificate certificate) {
        this.folder = folder;
        this.program = program;
        this.certificate = certificate;
    }

    /** Starts one that keeps its journal below the folder: Debian's where it is installed. */
    public static OutsideBroker start(Path folder) throws IOException {
        return start(BrokerProgram.here(), folder, "127.0.0.1");
    }

    /** The same of that maker, with a certificate for an address; no client should believe another than its own. */
    static OutsideBroker start(BrokerProgram program, Path folder, String certified) throws IOException {
        Path root = folder.toRealPath();
        OutsideBroker broker = new OutsideBroker(root, program, ServerCertificate.make(root.resolve("certificate"), certified));
        broker.startAgain();
        return broker;
    }

    /** Brings it up again on its port with what its journal kept. */
    public void startAgain() {
        kill = program.launch(folder, port, certificate, PASSWORD);
    }

    /** Which ActiveMQ this is, in words. */
    public String version() {
        return program.version();
    }

    /** Why this is not Debian's; empty when it is. */
    public Optional<String> withoutDebian() {
        return program == BrokerProgram.DEBIAN ? Optional.empty() : Optional.of(BrokerProgram.WITHOUT_DEBIAN);
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        kill.run();
    }

    public String url() {
        return "ssl://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public String password() {
        return PASSWORD;
    }

    /** The certificate that a client must believe, as PEM. */
    public Path certificate() {
        return certificate.pem();
    }

    /** Its private key, as PEM, for another server under the same certificate. */
    public Path key() {
        return certificate.key();
    }

    /** What a hub must be told to work with it. */
    public Map<String, String> environment() {
        return Map.of("HUB_BROKER_URL", url(), "HUB_BROKER_USER", HUB, "HUB_BROKER_PASSWORD", PASSWORD, "HUB_BROKER_CA", certificate().toString());
    }

    /** A connection of that account, started. */
    public Connection connect(String user) throws JMSException {
        return connect(user, PASSWORD);
    }

    public Connection connect(String user, String password) throws JMSException {
        try {
            ActiveMQSslConnectionFactory factory = new ActiveMQSslConnectionFactory(url());
            factory.setTrustStoreType("PKCS12");
            factory.setTrustStorePassword(new String(ServerCertificate.STORE_PASSWORD));
            factory.setTrustStore(certificate.store().toUri().toString());
            factory.setWatchTopicAdvisories(false);
            // Each message is asked of the broker, which says itself that there is none: a slow machine would else look like an empty queue.
            factory.getPrefetchPolicy().setQueuePrefetch(0);
            Connection connection = factory.createConnection(user, password);
            connection.start();
            return connection;
        } catch (JMSException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the trust store cannot be read", e);
        }
    }

    /** Takes everything off a queue as the case system does. */
    public List<Message> take(String queue) throws JMSException {
        List<Message> taken = new ArrayList<>();
        try (Connection connection = connect(CASE_SYSTEM); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
             MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            for (Message message = consumer.receive(NOTHING_MORE_MILLIS); message != null; message = consumer.receive(NOTHING_MORE_MILLIS)) {
                taken.add(message);
            }
        }
        return taken;
    }

    @Override
    public void close() {
        kill.run();
    }
}
