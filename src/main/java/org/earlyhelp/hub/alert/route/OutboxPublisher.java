package org.earlyhelp.hub.alert.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.desk.OutboxFilled;
import org.earlyhelp.hub.alert.message.OutboxMessage;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the outbox: at least once, in the order written, first contact on a lane of its own so that it never waits.
 * A message counts as sent when the broker has it; if the hub dies in between it is sent again under the same id. One
 * publisher a lane works at a time, however many hubs run.
 */
@Component
public class OutboxPublisher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int PORTION_MESSAGES = 50;
    private static final String URGENT = AlertQueue.FIRST_CONTACT.queueName();
    private final OutboxStore store;
    private final OutboxSender sender;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    private final WokenTask urgent = WokenTask.of("outbox of first contact", POLL, () -> publish(1, List.of(URGENT)));
    private final WokenTask ordinary = WokenTask.of("outbox", POLL, () -> publish(2, OutboxRoutes.queues().stream().filter(queue -> !queue.equals(URGENT)).toList()));

    public OutboxPublisher(OutboxStore store, OutboxSender sender, HubClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.sender = sender;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Begins to send at once instead of at the next look. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(OutboxFilled news) {
        (news.queue().equals(URGENT) ? urgent : ordinary).wake();
    }

    @Override
    public void start() {
        urgent.start();
        ordinary.start();
    }

    @Override
    public void stop() {
        urgent.stop();
        ordinary.stop();
    }

    @Override
    public boolean isRunning() {
        return urgent.isRunning() || ordinary.isRunning();
    }

    /** Sends a portion; what the broker took before a failure counts as sent. Answers whether there may be more. */
    private boolean publish(int lane, List<String> queues) {
        if (!sender.isReady()) {
            return false;
        }
        List<RuntimeException> failure = new ArrayList<>(1);
        Boolean full = transaction.execute(status -> store.holdsLane(lane) && send(store.unsent(queues, PORTION_MESSAGES), failure));
        if (!failure.isEmpty()) {
            throw failure.get(0);
        }
        return Boolean.TRUE.equals(full);
    }

    private void send(OutboxMessage message) {
        Trail.follow(Trail.in(message.properties()), "send", () -> {
            sender.send(message);
            LOG.info("message {} is on {}", message.id(), message.queue());
        });
    }

    private boolean send(List<OutboxMessage> messages, List<RuntimeException> failure) {
        List<String> taken = new ArrayList<>();
        try {
            for (OutboxMessage message : messages) {
                send(message);
                taken.add(message.id());
            }
        } catch (RuntimeException e) {
            failure.add(e);
        }
        store.sent(taken, clock.now());
        return taken.size() == PORTION_MESSAGES;
    }
}
