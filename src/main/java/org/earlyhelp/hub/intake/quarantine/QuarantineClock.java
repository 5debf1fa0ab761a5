package org.earlyhelp.hub.intake.quarantine;

import org.earlyhelp.hub.sharing.RegularTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off runs of what was refused, as soon as somebody asks for one. */
@Component
class QuarantineClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineClock.class);
    private static final int PAUSE_SECONDS = 1;
    private final RegularTask task;

    QuarantineClock(QuarantineRuns runs) {
        task = new RegularTask("quarantine", PAUSE_SECONDS, () -> {
            try {
                runs.work();
            } catch (RuntimeException e) {
                LOG.warn("the quarantine cannot be worked off now and is tried again: {}", e.getClass().getSimpleName());
            }
        });
    }

    @Override
    public void start() {
        task.start();
    }

    @Override
    public void stop() {
        task.stop();
    }

    @Override
    public boolean isRunning() {
        return task.isRunning();
    }
}
