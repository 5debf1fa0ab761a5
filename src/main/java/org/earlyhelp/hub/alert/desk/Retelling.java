package org.earlyhelp.hub.alert.desk;

import java.util.Collection;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.alert.life.WithoutPeople;
import org.earlyhelp.hub.alert.message.Notices;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.springframework.stereotype.Component;

/** What is told after an erasure, in the caller's transaction: that references are gone, and anew what was taken back unread. */
@Component
public class Retelling {
    private final AlertStore alerts;
    private final AlertTelling telling;
    private final Outbox outbox;
    private final HubSource source;
    private final HubClock clock;

    Retelling(AlertStore alerts, AlertTelling telling, Outbox outbox, HubSource source, HubClock clock) {
        this.alerts = alerts;
        this.telling = telling;
        this.outbox = outbox;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Tells of an alert as it reads now, when it is about somebody and is open, or the message told its end: others in it must not be
     * left unheard because a message named somebody erased too. Nothing happens for a type that is none of an alert.
     */
    public void tell(String alertRef, String type) {
        alerts.find(alertRef).filter(alert -> WithoutPeople.isAboutSomebody(alert.content())).ifPresent(alert -> MessageType.named(type)
                .filter(known -> alert.status().isOpen() || known == MessageType.of(alert.status())).ifPresent(known -> telling.tell(alert, known)));
    }

    /** Tells receivers to erase what they hold under these references. */
    void gone(Collection<String> refs) {
        if (!refs.isEmpty()) {
            String id = Ids.ulid(clock);
            outbox.put(Notices.requestErased(), allowance -> Notices.erased(refs, id, source.uri(), clock.now()));
        }
    }
}
