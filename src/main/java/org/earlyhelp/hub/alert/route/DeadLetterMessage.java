package org.earlyhelp.hub.alert.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Enumeration;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.DeadLetters.DeadLetter;
import org.earlyhelp.hub.alert.message.DecisionReader;
import org.earlyhelp.hub.alert.message.Notices;

/**
 * A message of the dead-letter queue: how it is written when a decision fails, read for a list, and copied to be sent again.
 * Messages that the broker itself moved there carry no reason of ours; their type says where they came from.
 */
final class DeadLetterMessage {
    private static final String REASON = "reason";
    private static final String QUEUE = "queue";
    private static final String AT = "buriedAt";
    private static final String UNDELIVERED = "UNDELIVERED";
    private static final String BROKERS_REASON = "dlqDeliveryFailureCause";
    private static final String OURS = "earlyhelp.";

    private DeadLetterMessage() {
    }

    /** The letter for a decision that could not be handled; content that is no text, or too long, is not kept. */
    static TextMessage of(Message message, String reason, Instant at, Session session) throws JMSException {
        boolean small = message instanceof TextMessage text && text.getText() != null && text.getText().length() <= DecisionReader.MESSAGE_LIMIT_CHARACTERS;
        TextMessage dead = session.createTextMessage(small ? ((TextMessage) message).getText() : "");
        dead.setStringProperty(REASON, reason);
        dead.setStringProperty(QUEUE, BrokerWiring.DECISIONS);
        dead.setStringProperty(AT, at.toString());
        dead.setJMSCorrelationID(message.getJMSMessageID());
        return dead;
    }

    /** The letter as a list shows it. */
    static DeadLetter read(Message message) throws JMSException {
        String reason = message.getStringProperty(REASON);
        String at = message.getStringProperty(AT);
        String text = message instanceof TextMessage held ? held.getText() : null;
        return new DeadLetter(message.getJMSMessageID(), queueOf(message), reason == null ? UNDELIVERED : reason,
                at == null ? Instant.ofEpochMilli(message.getJMSTimestamp()) : Instant.parse(at), DecisionReader.alertNamedIn(text), text != null && !text.isEmpty());
    }

    /** The same content anew; our own messages keep type, family and selectors, a decision comes as it first came. */
    static TextMessage again(Message dead, Session session) throws JMSException {
        TextMessage copy = session.createTextMessage(((TextMessage) dead).getText());
        if (isOurs(dead)) {
            copy.setJMSType(dead.getJMSType());
            copy.setJMSCorrelationID(dead.getJMSCorrelationID());
            copyProperties(dead, copy);
        }
        return copy;
    }

    /** The same message, whoever wrote it, to be put behind the others of its queue. */
    static TextMessage copy(Message message, Session session) throws JMSException {
        TextMessage copy = session.createTextMessage(((TextMessage) message).getText());
        copy.setJMSType(message.getJMSType());
        copy.setJMSCorrelationID(message.getJMSCorrelationID());
        copyProperties(message, copy);
        return copy;
    }

    private static void copyProperties(Message from, Message to) throws JMSException {
        for (Enumeration<?> names = from.getPropertyNames(); names.hasMoreElements();) {
            String name = names.nextElement().toString();
            if (name.equals("JMSXGroupID") || !name.startsWith("JMS") && !name.equals(BROKERS_REASON)) {
                to.setObjectProperty(name, from.getObjectProperty(name));
            }
        }
    }

    private static String queueOf(Message message) throws JMSException {
        String queue = message.getStringProperty(QUEUE);
        if (queue != null || !isOurs(message)) {
            return BrokerWiring.DECISIONS;
        }
        if (message.getJMSType().startsWith("earlyhelp.identity.")) {
            return Notices.IDENTITY_QUEUE;
        }
        boolean urgent = "4".equals(message.getStringProperty("level")) || message.getStringProperty("level") == null;
        return (urgent ? AlertQueue.FIRST_CONTACT : AlertQueue.EARLY_HELP).queueName();
    }

    private static boolean isOurs(Message message) throws JMSException {
        return message.getJMSType() != null && message.getJMSType().startsWith(OURS);
    }
}
