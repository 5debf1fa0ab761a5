package org.earlyhelp.hub.rights.erase;

import java.time.Duration;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries erasures out, woken by a confirmation; what had to wait is looked at again after 4, 8, 16 … at most 600 s. Ends
 * after the step at hand; the rest is done at the next start.
 */
@Component
class ErasureLane extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureLane.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(4);
    private static final Duration LAST_LOOK = Duration.ofMinutes(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private final ErasureRun run;
    private final WokenTask task = new WokenTask("erasure", STOP_WITHIN, this::round);
    private Duration rest = FIRST_LOOK;

    ErasureLane(ErasureRun run) {
        this.run = run;
    }

    @EventListener
    void on(ErasureConfirmed news) {
        task.wake();
    }

    @Override
    protected HubTask task() {
        return task;
    }

    private Duration round(boolean woken) {
        rest = woken ? FIRST_LOOK : rest;
        boolean all = false;
        try {
            all = run.work();
        } catch (RuntimeException e) {
            LOG.warn("An erasure stopped half-way ({}); it goes on where it stood within {} s", e.getClass().getSimpleName(), rest.toSeconds());
        }
        Duration now = all ? LAST_LOOK : rest;
        rest = all || rest.multipliedBy(2).compareTo(LAST_LOOK) > 0 ? LAST_LOOK : rest.multipliedBy(2);
        return now;
    }
}
