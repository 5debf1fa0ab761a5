package org.earlyhelp.hub.cli.outside;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.earlyhelp.hub.embedded.DemoAccounts;

/** The case system of the front door: takes the messages of its two queues over {@code tcp://}. Not thread-safe. */
public final class FrontDoor implements AutoCloseable {
    /** The queues that carry alerts (contract, section 5). */
    public static final List<String> QUEUES = List.of("frontdoor.early-help", "frontdoor.first-contact");
    private final Connection connection;
    private final Session session;
    private final List<MessageConsumer> consumers;

    private FrontDoor(Connection connection) throws JMSException {
        this.connection = connection;
        this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        this.consumers = List.of(consumer(QUEUES.get(0)), consumer(QUEUES.get(1)));
        connection.start();
    }

    /** Connects as the case system. */
    public static FrontDoor open(ChildHub hub) throws JMSException {
        return new FrontDoor(new ActiveMQConnectionFactory(DemoAccounts.CASE_SYSTEM, hub.accounts().password(DemoAccounts.CASE_SYSTEM),
                hub.surroundings().broker().map(OutsideBroker::url).orElseGet(() -> "tcp://127.0.0.1:" + hub.endpoints().broker())).createConnection());
    }

    /** The next message of a queue, or empty when none comes within {@code patience}. Taking it removes it from the queue. */
    public Optional<String> next(String queue, Duration patience) throws JMSException {
        Message message = consumers.get(QUEUES.indexOf(queue)).receive(patience.toMillis());
        return message == null ? Optional.empty() : Optional.of(message.getBody(String.class));
    }

    /** Answers the hub on the queue of decisions. */
    public void decide(String text) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue("frontdoor.decisions"))) {
            producer.send(session.createTextMessage(text));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            // All that was wanted has been taken; the hub goes on without this consumer either way.
            return;
        }
    }

    private MessageConsumer consumer(String queue) throws JMSException {
        return session.createConsumer(session.createQueue(queue));
    }
}
