package org.earlyhelp.hub.rights.dispute;

import java.time.Duration;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The thread that looks every so often whether requests for correction that a stopped sharing log kept back may go by now. */
@Component
class CorrectionLane extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionLane.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private final LateCorrections late;
    private final WokenTask task = WokenTask.of("late corrections", EVERY, this::look);

    CorrectionLane(LateCorrections late) {
        this.late = late;
    }

    private boolean look() {
        int asked = late.letGo();
        if (asked > 0) {
            LOG.info("Corrections of {} disputes were asked for: the sharing log goes on", asked);
        }
        return false;
    }

    @Override
    protected HubTask task() {
        return task;
    }
}
