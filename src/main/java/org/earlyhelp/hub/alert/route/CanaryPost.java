package org.earlyhelp.hub.alert.route;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.alert.message.CanaryNote;
import org.earlyhelp.hub.intake.canary.CanaryAnswers;
import org.earlyhelp.hub.intake.canary.CanaryLanding;
import org.earlyhelp.hub.intake.canary.CanaryMessage;
import org.earlyhelp.hub.intake.canary.CanaryReturn;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.springframework.stereotype.Component;

/**
 * Sends canaries to a queue of the hub's own by the way that alerts take, takes them off again, and says so. One that does not come
 * back is sent anew until its time is over. Whatever else lies on the queue, left by a hub that died, is taken off too. Thread-safe.
 */
@Component
public class CanaryPost extends TaskLifecycle implements CanaryReturn {
    private static final Duration POLL = Duration.ofSeconds(5);
    /** So long a message on the broker's disk may take to come back. */
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final long LEFT_WAIT_MILLIS = 200;
    private final OutboxSender sender;
    private final ConnectionFactory connections;
    private final CanaryAnswers answers;
    private final HubClock clock;
    /** The newest of each feed, by upload. */
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final WokenTask task = WokenTask.of("canary over the broker", POLL, this::post);

    CanaryPost(OutboxSender sender, ConnectionFactory connections, CanaryAnswers answers, HubClock clock) {
        this.sender = sender;
        this.connections = connections;
        this.answers = answers;
        this.clock = clock;
    }

    private record Waiting(CanaryMessage canary, Instant since) {
    }

    @Override
    public void send(CanaryMessage canary) {
        synchronized (waiting) {
            waiting.values().removeIf(before -> before.canary.agency().equals(canary.agency()) && before.canary.feed().equals(canary.feed()));
            waiting.put(canary.upload(), new Waiting(canary, clock.now()));
        }
        task.wake();
    }

    /** One round; fails when any is left, so that the task tries again. */
    private boolean post() {
        List<CanaryMessage> now = due();
        if (now.isEmpty() || !sender.isReady()) {
            return false;
        }
        now.forEach(canary -> sender.send(CanaryNote.of(canary, QUEUE)));
        try {
            takeBack();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        if (!due().isEmpty()) {
            throw new IllegalStateException("a canary did not come back");
        }
        return false;
    }

    private List<CanaryMessage> due() {
        synchronized (waiting) {
            waiting.values().removeIf(one -> one.since.plus(CanaryLanding.RETURN_LIMIT).isBefore(clock.now()));
            return waiting.values().stream().map(Waiting::canary).toList();
        }
    }

    /** Takes off all that lies there: what a hub that died left is acknowledged too, or dropped where nobody awaits it. */
    private void takeBack() throws JMSException {
        try (Connection connection = connections.createConnection(); Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
             MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
            connection.start();
            for (Message message = consumer.receive(WAIT.toMillis()); message != null; message = consumer.receive(due().isEmpty() ? LEFT_WAIT_MILLIS : WAIT.toMillis())) {
                returned(message);
            }
        }
    }

    private void returned(Message message) throws JMSException {
        String upload = message.getStringProperty(CanaryNote.UPLOAD);
        if (upload == null || !CanaryNote.TYPE.equals(message.getJMSType()) || !isWhole(message, upload)) {
            return;
        }
        answers.returned(message.getStringProperty(CanaryNote.AGENCY), message.getStringProperty(CanaryNote.FEED), upload);
        synchronized (waiting) {
            waiting.remove(upload);
        }
    }

    /** Whether it came back word for word; of what another hub sent that is not known here. */
    private boolean isWhole(Message message, String upload) throws JMSException {
        Waiting sent;
        synchronized (waiting) {
            sent = waiting.get(upload);
        }
        return sent == null || message instanceof TextMessage text && CanaryNote.of(sent.canary, QUEUE).body().equals(text.getText());
    }

    @Override
    protected HubTask task() {
        return task;
    }
}
