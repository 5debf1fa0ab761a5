package org.earlyhelp.hub.alert.desk;

import java.util.Optional;
import org.earlyhelp.hub.alert.message.Notices;
import org.earlyhelp.hub.alert.storage.HeldIdentityStore;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells receivers to re-key. What a stopped sharing log keeps back is told once it goes on, before anything later about people. */
@Component
public class IdentityNews {
    /** So much is told in one round. */
    private static final int ROUND_LIMIT_CHANGES = 500;
    private final HeldIdentityStore held;
    private final Outbox outbox;
    private final LogWatch log;
    private final HubSource source;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    IdentityNews(HeldIdentityStore held, Outbox outbox, LogWatch log, HubSource source, HubClock clock, TransactionTemplate transaction) {
        this.held = held;
        this.outbox = outbox;
        this.log = log;
        this.source = source;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tells, or holds, in the caller's transaction. */
    void tell(IdentityChanged change) {
        boolean waitsItsTurn = !Notices.request(change).subjects().isEmpty() && held.any();
        if (waitsItsTurn || put(change) == Heard.WAITS) {
            held.hold(change, clock.now());
        }
    }

    /** Tells what is held, each in a transaction of its own; answers how much. */
    public int letGo() {
        int told = 0;
        while (told < ROUND_LIMIT_CHANGES && !log.isStopped() && Boolean.TRUE.equals(transaction.execute(status -> letOneGo()))) {
            told++;
        }
        return told;
    }

    private boolean letOneGo() {
        Optional<HeldIdentityStore.Held> oldest = held.oldest();
        if (oldest.isEmpty() || put(oldest.get().change()) == Heard.WAITS) {
            return false;
        }
        held.drop(oldest.get().id());
        return true;
    }

    private Heard put(IdentityChanged change) {
        String id = Ids.ulid(clock);
        return Heard.of(outbox.put(Notices.request(change), allowance -> Notices.identity(change, id, source.uri(), clock.now())));
    }
}
