package org.earlyhelp.hub.alert.route;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.alert.AlertDecisions;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.message.DecisionReader;
import org.earlyhelp.hub.alert.message.DecisionReader.Reading;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.storage.fault.PassingFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jms.listener.SessionAwareMessageListener;
import org.springframework.stereotype.Component;

/**
 * Takes decisions from the case system: text only, our commit before the message leaves the queue, a repeat dropped by
 * its id. What cannot be handled goes to the dead letters with the reason as a property, in the same session, and a line
 * in the log without content. While the database is away the message waits here, so no broker counts it as poison.
 */
@Component
public class DecisionListener implements SessionAwareMessageListener<Message>, DisposableBean {
    /** Where what could not be handled goes. */
    static final String DEAD_LETTERS = "hub.dead-letter";
    private static final Logger LOG = LoggerFactory.getLogger(DecisionListener.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private final AlertDecisions decisions;
    private final HubClock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);

    public DecisionListener(AlertDecisions decisions, HubClock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void onMessage(Message message, Session session) throws JMSException {
        Optional<String> refused = message instanceof TextMessage text && text.getText() != null ? handle(text.getText()) : Optional.of("NOT_TEXT");
        if (refused.isPresent()) {
            LOG.warn("a message on {} could not be handled: {}; it is in {}", BrokerWiring.DECISIONS, refused.get(), DEAD_LETTERS);
            bury(message, refused.get(), session);
        }
    }

    @Override
    public void destroy() {
        stopping.countDown();
    }

    /** Empty when handled, else why not. */
    private Optional<String> handle(String text) {
        Reading reading = DecisionReader.read(text);
        if (reading instanceof Reading.Unreadable unreadable) {
            return Optional.of(unreadable.field() == null ? unreadable.reason() : unreadable.reason() + ":" + unreadable.field());
        }
        AlertDecisions.Result result = apply(((Reading.Read) reading).decision());
        return result instanceof AlertDecisions.Result.Refused refused ? Optional.of(refused.reason().name()) : Optional.empty();
    }

    private AlertDecisions.Result apply(Decision decision) {
        while (true) {
            try {
                return decisions.apply(decision);
            } catch (RuntimeException e) {
                if (!PassingFault.isBehind(e)) {
                    throw e;
                }
                waitOrStop(e);
            }
        }
    }

    /** Stopping hands the message back to the broker by the exception. */
    private void waitOrStop(RuntimeException failure) {
        try {
            if (stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private void bury(Message message, String reason, Session session) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(DEAD_LETTERS))) {
            producer.send(DeadLetterMessage.of(message, reason, clock.now(), session));
        }
    }
}
