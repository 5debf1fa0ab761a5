package org.earlyhelp.hub.alert.route;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.BrokerJournal;
import org.earlyhelp.hub.alert.desk.Retelling;
import org.earlyhelp.hub.alert.message.DecisionReader;
import org.earlyhelp.hub.alert.storage.AlertErasureStore;
import org.earlyhelp.hub.sharing.erasure.CopyKeeper;
import org.earlyhelp.hub.sharing.erasure.TraceSearch;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages about erased people off the queues, tells anew what others in them need told, and lets the embedded broker
 * give up the files that held them: the messages of others are put behind one another again in the same order, while no
 * publisher sends. An external broker's files are its operator's.
 */
@Component
class BrokerCopies implements CopyKeeper {
    private static final int FIRST = 10;
    private static final Duration TAKE_LIMIT = Duration.ofSeconds(2);
    /** A broker that is silent for so long has no more: what it still had would come to stand before what was moved. */
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(1);
    private static final int MOVED_LIMIT_MESSAGES = 100_000;
    private static final String ERASED_NOTE = "earlyhelp.identity.erased.v1";
    private final ConnectionFactory connections;
    private final AlertErasureStore store;
    private final Retelling retelling;
    private final ObjectProvider<BrokerJournal> journal;
    private final TransactionTemplate transaction;

    BrokerCopies(ConnectionFactory connections, AlertErasureStore store, Retelling retelling, ObjectProvider<BrokerJournal> journal, TransactionTemplate transaction) {
        this.connections = connections;
        this.store = store;
        this.retelling = retelling;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** A message that tells of somebody erased; alert and type are null when it is none of ours. */
    private record Found(String queue, String id, String alert, String type) {
    }

    @Override
    public String name() {
        return "messages at the broker";
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public Cleared clear(Traces traces) {
        try (Connection connection = connections.createConnection()) {
            connection.start();
            Taken taken = takeAndTellAnew(connection, new TraceSearch(traces));
            if (taken.leftOne()) {
                return new Cleared(taken.messages(), "A receiver is just reading a message about them; looked at again.");
            }
            return new Cleared(taken.messages(), isJournalClear(connection) ? null : "The broker still keeps a file that held such a message; looked at again.");
        } catch (JMSException e) {
            throw new IllegalStateException("the broker cannot be reached", e);
        }
    }

    /** How many messages were taken off, and whether one could not be. */
    private record Taken(long messages, boolean leftOne) {
    }

    /** A message leaves its queue only once what is told in its place is kept: a stop between the two tells it twice, never not at all. */
    private Taken takeAndTellAnew(Connection connection, TraceSearch search) throws JMSException {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            Taken taken = whilePublishersWait(() -> {
                long messages = 0;
                boolean leftOne = false;
                for (String queue : queues().toList()) {
                    for (Found found : found(connection, queue, search)) {
                        if (take(session, found)) {
                            messages++;
                            tellAnew(found);
                        } else {
                            leftOne = true;
                        }
                    }
                }
                return new Taken(messages, leftOne);
            });
            session.commit();
            return taken;
        }
    }

    @FunctionalInterface
    private interface BrokerWork<T> {
        T run() throws JMSException;
    }

    /** In one transaction of the database, in which no hub publishes. */
    private <T> T whilePublishersWait(BrokerWork<T> work) {
        return transaction.execute(status -> {
            store.holdPublishers();
            try {
                return work.run();
            } catch (JMSException e) {
                throw new IllegalStateException("the broker cannot be reached", e);
            }
        });
    }

    private void tellAnew(Found found) {
        if (found.alert() != null && found.type() != null) {
            retelling.tell(found.alert(), found.type());
        }
    }

    private static Stream<String> queues() {
        return Stream.concat(OutboxRoutes.queues().stream(), Stream.of(BrokerWiring.DECISIONS, DecisionListener.DEAD_LETTERS));
    }

    private static List<Found> found(Connection connection, String queue, TraceSearch search) throws JMSException {
        List<Found> found = new ArrayList<>();
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE); QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements();) {
                Message message = (Message) messages.nextElement();
                String text = message instanceof TextMessage held ? held.getText() : null;
                if (text != null && !ERASED_NOTE.equals(message.getJMSType()) && search.isIn(text)) {
                    found.add(new Found(queue, message.getJMSMessageID(), DecisionReader.alertNamedIn(text), message.getJMSType()));
                }
            }
        }
        return found;
    }

    private static boolean take(Session session, Found found) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(found.queue()), "JMSMessageID = '" + found.id() + "'")) {
            return consumer.receive(TAKE_LIMIT.toMillis()) != null;
        }
    }

    private boolean isJournalClear(Connection connection) {
        BrokerJournal files = journal.getIfAvailable();
        return files == null || whilePublishersWait(() -> {
            int last = files.begin();
            for (String queue : OutboxRoutes.queues()) {
                moveOn(connection, queue);
            }
            moveOn(connection, DecisionListener.DEAD_LETTERS);
            return files.isGone(last);
        });
    }

    /** Puts every message of a queue behind the last one, in order, so that none is left in an old file. Repeats are known by their id. */
    private static void moveOn(Connection connection, String queue) throws JMSException {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
             MessageConsumer consumer = session.createConsumer(session.createQueue(queue)); MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            List<Message> all = new ArrayList<>();
            while (all.size() < MOVED_LIMIT_MESSAGES) {
                Message next = consumer.receive(LOOK_LIMIT.toMillis());
                if (next == null) {
                    break;
                }
                all.add(next);
            }
            for (Message message : all) {
                producer.send(DeadLetterMessage.copy(message, session), DeliveryMode.PERSISTENT, message.getJMSPriority(), Message.DEFAULT_TIME_TO_LIVE);
            }
            session.commit();
        }
    }
}
