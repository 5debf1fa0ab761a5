package org.earlyhelp.hub.intake.recall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.FileRecalled;
import org.earlyhelp.hub.intake.RecordsStored;
import org.earlyhelp.hub.intake.raw.CopyCheck;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.RecalledDeliveries;
import org.earlyhelp.hub.intake.storage.UndoStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Undoes one file in the caller's transaction: tells that it will, takes out what the file said, reads again what all other
 * files of the feed say of the same records, and withdraws what nobody says any more. A crash leaves all of it or nothing.
 */
@Component
class Undoing {
    private final UndoStore store;
    private final RecalledDeliveries deliveries;
    private final QuarantineStore quarantine;
    private final CopyCheck copies;
    private final FileRetelling retelling;
    private final HubClock clock;
    private final ApplicationEventPublisher events;

    Undoing(UndoStore store, RecalledDeliveries deliveries, QuarantineStore quarantine, CopyCheck copies, FileRetelling retelling, HubClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.deliveries = deliveries;
        this.quarantine = quarantine;
        this.copies = copies;
        this.retelling = retelling;
        this.clock = clock;
        this.events = events;
    }

    /** How many records undoing that file would touch. */
    long count(Delivery target) {
        return store.touchedBy(target).size();
    }

    /** Until the transaction ends, nothing more of the file is taken. */
    void lock(Delivery target) {
        store.lock(target);
    }

    /** @throws UncheckedIOException when another file of the feed is in the middle of being taken: to be tried again */
    Undone undo(Delivery target, Delivery recall, FeedReading reading) {
        store.lock(target);
        if (deliveries.isOtherHalfTaken(target)) {
            throw new UncheckedIOException(new IOException(target.receipt() + " is recalled while another file of its feed is being taken"));
        }
        List<UndoStore.Touched> touched = store.touchedBy(target);
        events.publishEvent(new FileRecalled(target.agency(), target.feed(), target.receipt(), recall.receipt(), target.receivedAt(),
                touched.stream().map(UndoStore.Touched::id).toList()));
        List<Delivery> others = deliveries.standingBeside(target).stream().filter(copies::isWhole).toList();
        store.takeOut(target, touched, others.stream().map(Delivery::id).toList());
        Set<String> keys = new HashSet<>(touched.stream().map(UndoStore.Touched::sourceRef).toList());
        keys.addAll(store.formerKeys(touched));
        keys.addAll(retelling.pupilKeys(target, reading, touched));
        others.forEach(other -> retelling.retell(other, reading, keys));
        quarantine.gone(target.upload(), clock.now());
        long lost = store.withdrawUntold(target, touched, clock.now(), reading.urgent());
        wakeIdentityAfterCommit(reading.urgent());
        return new Undone(touched.size(), lost);
    }

    private void wakeIdentityAfterCommit(boolean urgent) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new RecordsStored(urgent));
            }
        });
    }
}
