package org.earlyhelp.hub.alert.route;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.QueueDepths;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.springframework.stereotype.Component;

/** Looks at the queues with a browser, which takes nothing off, and at the outbox before them. */
@Component
class BrokerQueueDepths implements QueueDepths {
    private static final int AWAY = -1;
    private final ConnectionFactory connections;
    private final OutboxStore outbox;

    BrokerQueueDepths(ConnectionFactory connections, OutboxStore outbox) {
        this.connections = connections;
        this.outbox = outbox;
    }

    /** What lies on a queue. */
    private record Lying(int messages, Instant oldest) {
    }

    @Override
    public List<Depth> look() {
        Map<String, OutboxStore.Unsent> unsent = outbox.unsentByQueue();
        List<Depth> depths = new ArrayList<>();
        try (Connection connection = connections.createConnection(); Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String queue : queues()) {
                depths.add(depth(queue, lying(session, queue), unsent.get(queue)));
            }
            return depths;
        } catch (JMSException e) {
            return queues().stream().map(queue -> depth(queue, new Lying(AWAY, null), unsent.get(queue))).toList();
        }
    }

    private static List<String> queues() {
        return Stream.concat(OutboxRoutes.queues().stream(), Stream.of(BrokerWiring.DECISIONS, DecisionListener.DEAD_LETTERS)).distinct().toList();
    }

    private static Lying lying(Session session, String queue) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            int messages = 0;
            long oldest = Long.MAX_VALUE;
            for (Enumeration<?> lying = browser.getEnumeration(); messages < COUNTED_LIMIT && lying.hasMoreElements(); messages++) {
                oldest = Math.min(oldest, ((Message) lying.nextElement()).getJMSTimestamp());
            }
            return new Lying(messages, messages == 0 ? null : Instant.ofEpochMilli(oldest));
        }
    }

    private static Depth depth(String queue, Lying lying, OutboxStore.Unsent unsent) {
        return new Depth(queue, lying.messages(), lying.oldest(), unsent == null ? 0 : unsent.messages(), unsent == null ? null : unsent.oldest());
    }
}
