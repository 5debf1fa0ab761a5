package org.earlyhelp.hub.alert.desk;

import org.earlyhelp.hub.alert.message.Notices;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells first contact, in the transaction of the receipt, that something of an urgent feed could not be taken. */
@Component
public class SenderFaultDesk {
    private final Outbox outbox;
    private final HubSource source;
    private final HubClock clock;

    public SenderFaultDesk(Outbox outbox, HubSource source, HubClock clock) {
        this.outbox = outbox;
        this.source = source;
        this.clock = clock;
    }

    /** Puts the notice into the outbox, in the caller's transaction. */
    @EventListener
    public void on(SenderFault fault) {
        String id = Ids.ulid(clock);
        outbox.put(Notices.request(fault), allowance -> Notices.senderFault(fault, id, source.uri(), clock.now()));
    }
}
