package org.earlyhelp.hub.alert.route;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.DeadLetters;
import org.earlyhelp.hub.alert.storage.ResendStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The dead letters as the broker holds them. One is taken and sent again in one session of the broker, recorded just before
 * that commits: a crash in between leaves the letter where it was.
 */
@Component
public class BrokerDeadLetters implements DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerDeadLetters.class);
    private static final Duration TAKE_LIMIT = Duration.ofSeconds(2);
    private final ConnectionFactory connections;
    private final ResendStore store;
    private final HubClock clock;

    public BrokerDeadLetters(ConnectionFactory connections, ResendStore store, HubClock clock) {
        this.connections = connections;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Listing list(int limit) {
        try (Connection connection = started(); Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
             QueueBrowser browser = session.createBrowser(session.createQueue(DecisionListener.DEAD_LETTERS))) {
            List<DeadLetter> letters = new ArrayList<>();
            for (Enumeration<?> messages = browser.getEnumeration(); letters.size() < limit && messages.hasMoreElements();) {
                letters.add(DeadLetterMessage.read((Message) messages.nextElement()));
            }
            return new Listing.Letters(letters);
        } catch (JMSException e) {
            return new Listing.BrokerAway();
        }
    }

    @Override
    public Result resend(String id, String by) {
        if (id.isBlank() || id.indexOf('\'') >= 0) {
            return Result.GONE;
        }
        try (Connection connection = started(); Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            return resend(id, by, session);
        } catch (JMSException e) {
            LOG.warn("a dead letter could not be sent again ({}); it is where it was", e.getClass().getSimpleName());
            return Result.BROKER_AWAY;
        }
    }

    @Override
    public List<Resend> resends(int limit) {
        return store.latest(limit);
    }

    private Result resend(String id, String by, Session session) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(DecisionListener.DEAD_LETTERS), "JMSMessageID = '" + id + "'")) {
            Message dead = consumer.receive(TAKE_LIMIT.toMillis());
            if (dead == null) {
                return Result.GONE;
            }
            DeadLetter letter = DeadLetterMessage.read(dead);
            if (!letter.resendable()) {
                session.rollback();
                return Result.NOT_RESENDABLE;
            }
            send(dead, letter.queue(), session);
            store.add(new Resend(letter.id(), letter.queue(), letter.reason(), by, clock.now()));
            session.commit();
            return Result.SENT;
        }
    }

    private static void send(Message dead, String queue, Session session) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.setPriority(queue.equals(AlertQueue.FIRST_CONTACT.queueName()) ? AlertQueue.FIRST_CONTACT.priority() : Message.DEFAULT_PRIORITY);
            producer.send(DeadLetterMessage.again(dead, session));
        }
    }

    private Connection started() throws JMSException {
        Connection connection = connections.createConnection();
        connection.start();
        return connection;
    }
}
