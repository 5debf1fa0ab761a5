package org.earlyhelp.hub.alert.desk;

import java.time.Duration;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.life.Grounds;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.Assessment;
import org.springframework.stereotype.Component;

/**
 * Looks after alerts that people have decided. The decision stands; but where all that it rested on was taken back by a
 * correction or an undone match, the alert is recalled, and where part of it was, the manager is told.
 */
@Component
class DecidedDesk {
    /** So long after the decision. */
    private static final Duration LOOKED_AFTER = Duration.ofDays(365);
    private final AlertStore store;
    private final GroundsDesk grounds;
    private final AlertWriter writer;
    private final NoticeStore notices;
    private final HubClock clock;

    DecidedDesk(AlertStore store, GroundsDesk grounds, AlertWriter writer, NoticeStore notices, HubClock clock) {
        this.store = store;
        this.grounds = grounds;
        this.writer = writer;
        this.notices = notices;
        this.clock = clock;
    }

    /** In the transaction of the assessment. */
    void hear(Assessment now) {
        store.decidedSince(now.familyId(), clock.now().minus(LOOKED_AFTER)).forEach(alert -> look(alert, now));
    }

    private void look(Alert alert, Assessment now) {
        Grounds rested = store.groundsOf(alert);
        long takenBack = grounds.takenBack(rested, now);
        if (takenBack == 0) {
            return;
        }
        notices.tellManager(alert.ref(), "decided-on-what-was-taken-back",
                "It was decided on facts of which some were corrected since, or belong to somebody else. Look at the decision again.", clock.now());
        if (takenBack == rested.grounds().size()) {
            writer.happen(alert, AlertEvent.GROUNDS_GONE, decided -> decided, null);
        }
    }
}
