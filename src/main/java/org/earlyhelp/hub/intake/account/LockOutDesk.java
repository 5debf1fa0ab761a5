package org.earlyhelp.hub.intake.account;

import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.account.KeyDesk.Answer;
import org.earlyhelp.hub.intake.account.storage.ShutDoorStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;

/** Shows whose door shut after failed sign-ins, and opens it before its time; who did it and why is kept with it. Thread-safe. */
@Component
public class LockOutDesk {
    private final ShutDoorStore store;
    private final HubClock clock;

    public LockOutDesk(ShutDoorStore store, HubClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** For a verb, over the database of a hub. */
    public static LockOutDesk over(DataSource database, HubClock clock) {
        return new LockOutDesk(ShutDoorStore.over(database), clock);
    }

    /** The account's lock-outs, the newest first. */
    public List<ShutDoor> of(String account, int limit) {
        return store.of(account, limit);
    }

    /** Opens the account for every address from which it is shut. A running hub heeds it within seconds. */
    public Answer lift(String account, String by, String reason) {
        List<String> addresses = account.isEmpty() ? List.of() : store.lift(account, by, clock.now(), reason);
        return addresses.isEmpty() ? new Answer.Refused("The account " + account + " is not locked out from anywhere.")
                : new Answer.Done(String.join(", ", addresses), "The lock-out is lifted: within seconds keys from there are looked at again.");
    }
}
