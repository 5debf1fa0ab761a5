package org.earlyhelp.hub.alert.support;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;

/** One connection of the front door's case system to the hub's own broker, by its account and over TCP. */
public final class FrontDoorSystem implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long QUIET_MILLIS = 700;
    private final Connection connection;
    private final Session session;

    private FrontDoorSystem(Connection connection) throws JMSException {
        this.connection = connection;
        this.session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        connection.start();
    }

    /** Signs in; takes one message at a time, so that another connection gets the next. */
    public static FrontDoorSystem at(int port, String password) throws JMSException {
        String url = "tcp://127.0.0.1:" + port + "?jms.prefetchPolicy.all=1&jms.watchTopicAdvisories=false";
        return new FrontDoorSystem(new ActiveMQConnectionFactory("case-system", password, url).createConnection());
    }

    public MessageConsumer reader(String queue) throws JMSException {
        return session.createConsumer(session.createQueue(queue));
    }

    /** The next message, not acknowledged yet. */
    public static TextMessage next(MessageConsumer reader) throws JMSException {
        TextMessage message = (TextMessage) reader.receive(PATIENCE_MILLIS);
        if (message == null) {
            throw new AssertionError("no message came");
        }
        return message;
    }

    /** The next message, or null when nothing comes any more. */
    public static TextMessage nextIfAny(MessageConsumer reader) throws JMSException {
        return (TextMessage) reader.receive(QUIET_MILLIS);
    }

    public void send(String queue, String text) throws JMSException {
        send(queue, made -> made.createTextMessage(text));
    }

    public void send(String queue, TestBroker.Made made) throws JMSException {
        Message message = made.by(session);
        session.createProducer(session.createQueue(queue)).send(message);
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
