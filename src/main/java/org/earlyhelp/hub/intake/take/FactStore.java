package org.earlyhelp.hub.intake.take;

import java.util.List;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.RecordsStored;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.AttendanceStore;
import org.earlyhelp.hub.intake.storage.RecordStore;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores what was mapped of a delivery, in the caller's transaction, and wakes identity after it. Thread-safe. */
@Component
public class FactStore {
    private final RecordStore records;
    private final AttendanceStore attendance;
    private final ApplicationEventPublisher events;

    public FactStore(RecordStore records, AttendanceStore attendance, ApplicationEventPublisher events) {
        this.records = records;
        this.attendance = attendance;
        this.events = events;
    }

    /** Stores both; the same once more changes nothing. */
    public StoreResult store(Delivery delivery, Feed feed, List<Placed> notices, AttendanceBatch marks) {
        boolean urgent = feed.terms().isUrgent();
        StoreResult stored = records.store(delivery, feed.hasVersions(), urgent, notices);
        StoreResult attended = attendance.store(delivery, urgent, marks);
        boolean work = stored.work() || attended.work();
        if (work) {
            wakeIdentityAfterCommit(urgent);
        }
        return new StoreResult(stored.counts().plus(attended.counts()), stored.warnings(), work);
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
