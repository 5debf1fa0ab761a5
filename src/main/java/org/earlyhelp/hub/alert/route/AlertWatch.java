package org.earlyhelp.hub.alert.route;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.desk.NoticeTelling;
import org.earlyhelp.hub.alert.desk.RuleDesk;
import org.earlyhelp.hub.alert.life.AlertClocks;
import org.earlyhelp.hub.alert.storage.OverdueStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * Watches the clocks of alerts, and whether anybody reads the queue of first contact. What runs out is kept as a notice
 * for the manager or the out-of-hours contact, told outside where a setting says how, and written to the log, by the alert's
 * reference alone. Time changes no alert.
 */
@Component
public class AlertWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Duration UNREAD_LIMIT = Duration.ofMinutes(10);
    private static final int BROWSE_LIMIT_MESSAGES = 200;
    private final OverdueStore store;
    private final JmsTemplate broker;
    private final AlertClocks limits;
    private final NoticeTelling telling;
    private final RuleDesk rules;
    private final HubClock clock;
    private final WokenTask clocks = WokenTask.of("watch over the clocks of alerts", EVERY, this::watchClocks);
    private final WokenTask readers = WokenTask.of("watch over the queue of first contact", EVERY, this::watchReaders);

    public AlertWatch(OverdueStore store, ConnectionFactory connections, AlertClocks limits, NoticeTelling telling, RuleDesk rules, HubClock clock) {
        this.telling = telling;
        this.rules = rules;
        this.limits = limits;
        this.store = store;
        this.broker = new JmsTemplate(connections);
        this.clock = clock;
    }

    /** Looks once at all clocks; never more to do at once. */
    boolean watchClocks() {
        Instant now = clock.now();
        List<String> half = store.beforeHalf().stream().filter(alert -> !now.isBefore(limits.halfwayToAcknowledge(alert.queue(), alert.raisedAt(), alert.acknowledgeBy())))
                .map(OverdueStore.Unacknowledged::ref).toList();
        tell(store.giveHalf(half, now));
        store.give(now).forEach(AlertWatch::tell);
        tell(store.giveUnsent(now.minus(UNREAD_LIMIT), now));
        telling.handOn();
        rules.goOn();
        return false;
    }

    /** Looks once at what lies unread on the queue of first contact. */
    boolean watchReaders() {
        Instant now = clock.now();
        tell(store.giveUnread(unread(), now.minus(UNREAD_LIMIT), now));
        telling.handOn();
        return false;
    }

    @Override
    public void start() {
        clocks.start();
        readers.start();
    }

    @Override
    public void stop() {
        clocks.stop();
        readers.stop();
    }

    @Override
    public boolean isRunning() {
        return clocks.isRunning();
    }

    private List<String> unread() {
        return broker.browse(AlertQueue.FIRST_CONTACT.queueName(), (session, browser) -> {
            List<String> ids = new ArrayList<>();
            for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements() && ids.size() < BROWSE_LIMIT_MESSAGES;) {
                ids.add(((Message) messages.nextElement()).getStringProperty("ce_id"));
            }
            return ids;
        });
    }

    private static void tell(OverdueStore.Given given) {
        given.alerts().forEach(alert -> LOG.warn("alert {}: {}, for the {}", alert, given.notice(), given.told()));
    }
}
