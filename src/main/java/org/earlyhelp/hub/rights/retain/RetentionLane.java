package org.earlyhelp.hub.rights.retain;

import java.time.Duration;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The thread that looks every hour what has run out, and carries out what two people confirmed. */
@Component
class RetentionLane extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionLane.class);
    private static final Duration LOOK_EVERY = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private final RetentionDesk desk;
    private final RetentionWork work;
    private final WokenTask task = new WokenTask("retention", STOP_WITHIN, this::round);

    RetentionLane(RetentionDesk desk, RetentionWork work) {
        this.desk = desk;
        this.work = work;
    }

    @EventListener
    void on(RetentionDesk.Confirmed news) {
        task.wake();
    }

    @Override
    protected HubTask task() {
        return task;
    }

    private Duration round(boolean woken) {
        try {
            work.work();
            desk.look();
        } catch (RuntimeException e) {
            LOG.warn("Looking for what has run out failed ({}); tried again within {} min", e.getClass().getSimpleName(), LOOK_EVERY.toMinutes());
        }
        return LOOK_EVERY;
    }
}
