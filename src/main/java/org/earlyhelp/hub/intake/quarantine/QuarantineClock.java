package org.earlyhelp.hub.intake.quarantine;

import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.springframework.stereotype.Component;

/** Works off runs of what was refused, as soon as somebody asks for one. */
@Component
class QuarantineClock extends TaskLifecycle {
    private static final int PAUSE_SECONDS = 1;
    private final RegularTask task;

    QuarantineClock(QuarantineRuns runs) {
        task = new RegularTask("quarantine", PAUSE_SECONDS, runs::work);
    }

    @Override
    protected HubTask task() {
        return task;
    }
}
