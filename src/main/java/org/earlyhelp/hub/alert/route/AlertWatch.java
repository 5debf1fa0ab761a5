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
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * Watches the clocks of alerts, and whether anybody reads the queue of first contact. What runs out is kept as a notice
 * for the manager or the out-of-hours contact, told outside where a setting says how, and written to the log, by the alert's
 * reference alone. Time changes no alert. While nobody can see whether the queue is read, an operator is told.
 */
@Component
public class AlertWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Duration UNREAD_LIMIT = Duration.ofMinutes(10);
    private static final int BROWSE_LIMIT_MESSAGES = 200;
    static final String UNWATCHED = "first-contact-unwatched";
    private final OverdueStore store;
    private final JmsTemplate broker;
    private final AlertClocks limits;
    private final NoticeTelling telling;
    private final RuleDesk rules;
    private final OperatorAlarms alarms;
    private final HubClock clock;
    private final WokenTask clocks = WokenTask.of("watch over the clocks of alerts", EVERY, this::watchClocks);
    private final WokenTask readers = WokenTask.of("watch over the queue of first contact", EVERY, this::watchReaders);
    private Instant unwatchedSince;

    public AlertWatch(OverdueStore store, ConnectionFactory connections, AlertClocks limits, NoticeTelling telling, RuleDesk rules, OperatorAlarms alarms, HubClock clock) {
        this.alarms = alarms;
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

    /** Looks once at what lies unread on the queue of first contact. Throws when it cannot be seen. */
    boolean watchReaders() {
        Instant now = clock.now();
        tell(store.giveUnread(seen(now), now.minus(UNREAD_LIMIT), now));
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

    private synchronized List<String> seen(Instant now) {
        try {
            List<String> unread = unread();
            unwatchedSince = null;
            alarms.clear(UNWATCHED);
            return unread;
        } catch (JmsException e) {
            unwatchedSince = unwatchedSince == null || unwatchedSince.isAfter(now) ? now : unwatchedSince;
            if (!now.isBefore(unwatchedSince.plus(UNREAD_LIMIT))) {
                alarms.raise(UNWATCHED, UNWATCHED, "The hub cannot see whether anybody reads the queue of first contact: for " + UNREAD_LIMIT.toMinutes()
                        + " minutes the broker has not let it look. An alert at level 4 that nobody reads goes unnoticed until its limit. "
                        + "Look at the broker, and whether the hub's account may read " + AlertQueue.FIRST_CONTACT.queueName() + ".", "/queues");
            }
            throw e;
        }
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
