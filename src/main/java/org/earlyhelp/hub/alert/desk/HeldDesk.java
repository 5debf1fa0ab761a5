package org.earlyhelp.hub.alert.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.HeldMessageStore;
import org.earlyhelp.hub.alert.storage.HeldMessageStore.Waiting;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.EachByItself;
import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets held messages go once an agreement lets them, each in a transaction of its own, made of what the alert says by then: that
 * it ended, where it was told before and its end was held.
 */
@Component
public class HeldDesk {
    /** So many are looked at in one round. The next goes on after them, so that those which nothing lets go keep none of the others back. */
    private static final int ROUND_LIMIT_MESSAGES = 500;
    private final HeldMessageStore held;
    private final AlertStore alerts;
    private final AlertTelling telling;
    private final LogWatch log;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    /** The place of the last one looked at; 0 to begin with the first. */
    private volatile long lookedUpTo;

    public HeldDesk(HeldMessageStore held, AlertStore alerts, AlertTelling telling, LogWatch log, HubClock clock, TransactionTemplate transaction) {
        this.held = held;
        this.alerts = alerts;
        this.telling = telling;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks at the next that are held, each by itself; answers how many went. While the sharing log is stopped each would be refused anew, so none is tried. */
    public int letGo() {
        return letGo(ROUND_LIMIT_MESSAGES);
    }

    int letGo(int limit) {
        if (log.isStopped()) {
            return 0;
        }
        List<Waiting> round = held.after(lookedUpTo, limit);
        lookedUpTo = round.size() < limit ? 0 : round.get(round.size() - 1).place();
        AtomicInteger gone = new AtomicInteger();
        EachByItself.of(round.stream().sorted(Comparator.comparingInt(Waiting::level).reversed()).toList(), one -> {
            if (Boolean.TRUE.equals(transaction.execute(status -> letGo(one.alert())))) {
                gone.incrementAndGet();
            }
        });
        return gone.get();
    }

    private boolean letGo(String ref) {
        Optional<Alert> alert = alerts.findLocked(ref).filter(found -> found.status().isOpen() || held.wasTold(ref));
        if (alert.isEmpty()) {
            held.settle(ref, false, clock.now());
            return false;
        }
        MessageType type = MessageType.of(alert.get().status());
        if (!held.isHeld(ref) || !telling.mayTell(alert.get(), type)) {
            return false;
        }
        telling.tell(alert.get(), type);
        return true;
    }
}
