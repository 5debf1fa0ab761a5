package org.earlyhelp.hub.intake.quarantine;

import org.earlyhelp.hub.sharing.RegularTask;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off runs of what was refused, as soon as somebody asks for one. */
@Component
class QuarantineClock implements SmartLifecycle {
    private static final int PAUSE_SECONDS = 1;
    private final RegularTask task;

    QuarantineClock(QuarantineRuns runs) {
        task = new RegularTask("quarantine", PAUSE_SECONDS, runs::work);
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
