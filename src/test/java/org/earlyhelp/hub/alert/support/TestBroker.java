package org.earlyhelp.hub.alert.support;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.earlyhelp.hub.support.HeldPort;

/** A real ActiveMQ on a free port of loopback, in memory, and a case system's client of it. */
public final class TestBroker implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long QUIET_MILLIS = 400;
    private BrokerService broker;
    private int port;
    /** While it is stopped, to be started again; null otherwise. */
    private HeldPort held;

    private TestBroker() {
    }

    public static TestBroker start() throws Exception {
        TestBroker started = new TestBroker();
        started.startAgain();
        return started;
    }

    /** Starts on the port it had. */
    public void startAgain() throws Exception {
        broker = new BrokerService();
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setAdvisorySupport(false);
        TransportConnector connector = broker.addConnector("tcp://127.0.0.1:" + port);
        broker.start();
        broker.waitUntilStarted();
        port = connector.getConnectUri().getPort();
        letGoOfThePort();
    }

    /** Until {@link #startAgain}. */
    public void stop() throws Exception {
        end();
        held = HeldPort.of(port);
    }

    private void end() throws Exception {
        broker.stop();
        broker.waitUntilStopped();
    }

    private void letGoOfThePort() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** The next messages of a queue, exactly so many; fails when they do not come. */
    public List<TextMessage> take(String queue, int count) throws JMSException {
        return take(queue, null, count);
    }

    public List<TextMessage> take(String queue, String selector, int count) throws JMSException {
        List<TextMessage> taken = new ArrayList<>();
        consume(queue, selector, consumer -> {
            while (taken.size() < count) {
                Message message = consumer.receive(PATIENCE_MILLIS);
                if (message == null) {
                    throw new AssertionError(taken.size() + " of " + count + " messages came to " + queue);
                }
                taken.add((TextMessage) message);
            }
        });
        return taken;
    }

    /** Whatever is left in a queue once nothing more comes. */
    public List<TextMessage> drain(String queue) throws JMSException {
        List<TextMessage> taken = new ArrayList<>();
        consume(queue, null, consumer -> {
            for (Message message = consumer.receive(QUIET_MILLIS); message != null; message = consumer.receive(QUIET_MILLIS)) {
                taken.add((TextMessage) message);
            }
        });
        return taken;
    }

    public void send(String queue, String text) throws JMSException {
        send(queue, session -> session.createTextMessage(text));
    }

    public void send(String queue, Made made) throws JMSException {
        try (Connection connection = new ActiveMQConnectionFactory(url()).createConnection();
             Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue(queue)).send(made.by(session));
        }
    }

    /** Makes a message. */
    public interface Made {
        Message by(Session session) throws JMSException;
    }

    private void consume(String queue, String selector, Consuming consuming) throws JMSException {
        try (Connection connection = new ActiveMQConnectionFactory(url()).createConnection();
             Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
             MessageConsumer consumer = session.createConsumer(session.createQueue(queue), selector)) {
            connection.start();
            consuming.with(consumer);
        }
    }

    private interface Consuming {
        void with(MessageConsumer consumer) throws JMSException;
    }

    @Override
    public void close() {
        try {
            end();
            letGoOfThePort();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
