package org.earlyhelp.hub.alert.desk;

import java.util.List;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.RecallStore;
import org.earlyhelp.hub.sharing.EachByItself;
import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of recalls those whom a stopped sharing log kept them from, once it goes on; each recall in a transaction of its own. */
@Component
public class LateRecallDesk {
    /** So many recalls are looked at in one round, the oldest first. */
    private static final int ROUND_LIMIT_RECALLS = 500;
    private final RecallStore store;
    private final AlertStore alerts;
    private final RecallDesk desk;
    private final LogWatch log;
    private final TransactionTemplate transaction;

    LateRecallDesk(RecallStore store, AlertStore alerts, RecallDesk desk, LogWatch log, TransactionTemplate transaction) {
        this.store = store;
        this.alerts = alerts;
        this.desk = desk;
        this.log = log;
        this.transaction = transaction;
    }

    /** Looks once at all that waits; answers how many recalls were dealt with. */
    public int letGo() {
        if (log.isStopped()) {
            return 0;
        }
        List<String> waiting = store.waiting(ROUND_LIMIT_RECALLS);
        EachByItself.of(waiting, ref -> transaction.executeWithoutResult(status -> tell(ref)));
        return waiting.size();
    }

    private void tell(String ref) {
        alerts.findLocked(ref).ifPresent(alert -> store.of(ref).ifPresent(recall -> desk.tellWhoWaits(alert, recall)));
    }
}
