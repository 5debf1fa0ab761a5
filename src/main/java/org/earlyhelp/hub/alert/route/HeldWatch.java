package org.earlyhelp.hub.alert.route;

import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.alert.desk.HeldDesk;
import org.earlyhelp.hub.alert.desk.IdentityNews;
import org.earlyhelp.hub.alert.desk.LateRecallDesk;
import org.earlyhelp.hub.alert.desk.RenewalDesk;
import org.earlyhelp.hub.sharing.EachByItself;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks every so often whether what is held may go by now: agreements begin, and a stopped sharing log goes on, while the hub runs. */
@Component
public class HeldWatch extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HeldWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private final HeldDesk desk;
    private final RenewalDesk renewals;
    private final IdentityNews identity;
    private final LateRecallDesk recalls;
    private final WokenTask task = WokenTask.of("watch over held messages", EVERY, this::look);

    public HeldWatch(HeldDesk desk, RenewalDesk renewals, IdentityNews identity, LateRecallDesk recalls) {
        this.desk = desk;
        this.renewals = renewals;
        this.identity = identity;
        this.recalls = recalls;
    }

    /** One round, each desk by itself; never more to do at once. Throws when something failed, and all the rest was done. */
    boolean look() {
        EachByItself.of(List.<Runnable>of(this::letHeldGo, this::tellRenewed, this::tellIdentity, this::tellRecalls), Runnable::run);
        return false;
    }

    private void letHeldGo() {
        int gone = desk.letGo();
        if (gone > 0) {
            LOG.info("{} held messages went to their queues: nothing keeps them back by now", gone);
        }
    }

    private void tellRenewed() {
        int renewed = renewals.letGo();
        if (renewed > 0) {
            LOG.info("{} alerts were told in full: the agreement that they waited for is in force", renewed);
        }
    }

    private void tellIdentity() {
        int late = identity.letGo();
        if (late > 0) {
            LOG.info("{} changed references were told: the sharing log goes on", late);
        }
    }

    private void tellRecalls() {
        int late = recalls.letGo();
        if (late > 0) {
            LOG.info("{} recalls were told: the sharing log goes on", late);
        }
    }

    @Override
    protected HubTask task() {
        return task;
    }
}
