package org.earlyhelp.hub.intake.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.storage.CanaryStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of a canary's way: once all is taken back it goes over the broker, and when it comes back it is acknowledged. One
 * that failed before is acknowledged at once, with the reason. Thread-safe.
 */
@Component
public class CanaryLanding implements CanaryAnswers {
    /** So long it may be on its way over the broker and back; a restart of the broker takes less. */
    public static final Duration RETURN_LIMIT = Duration.ofMinutes(2);
    static final String LAST_STEP = "over the broker and back";
    private final CanaryStore store;
    private final CanaryAir air;
    private final ObjectProvider<CanaryReturn> broker;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    CanaryLanding(CanaryStore store, CanaryAir air, ObjectProvider<CanaryReturn> broker, HubClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.air = air;
        this.broker = broker;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Keeps how far it came and sends it on. Throws when that cannot be noted: then the same canary flies again. */
    void flown(CanaryMessage canary, List<CanaryLeg> legs) {
        transaction.executeWithoutResult(status -> store.keepLegs(canary, legs));
        CanaryReturn way = broker.getIfAvailable();
        if (way == null) {
            returned(canary.agency(), canary.feed(), canary.upload());
        } else {
            air.at(canary.upload(), LAST_STEP, clock.now());
            way.send(canary);
        }
    }

    /** Acknowledges one that did not get through. */
    void failed(CanaryMessage canary, List<CanaryLeg> legs, String fault) {
        transaction.executeWithoutResult(status -> {
            store.keepLegs(canary, legs);
            store.arrived(canary.agency(), canary.feed(), canary.upload(), clock.now(), fault);
        });
        air.landed(canary.upload());
    }

    @Override
    public void returned(String agency, String feed, String upload) {
        Instant now = clock.now();
        transaction.executeWithoutResult(status -> {
            if (store.arrived(agency, feed, upload, now, null)) {
                store.addLeg(agency, feed, new CanaryLeg(LAST_STEP, broker.getIfAvailable() == null ? "no broker here" : "sent, taken and acknowledged", now));
            }
        });
        air.landed(upload);
    }

    /** Whether a canary with that fault came as far as the broker. */
    static boolean isBrokers(String fault) {
        return fault.startsWith(LAST_STEP);
    }

    /** Gives one up that does not come back from the broker in time. */
    void judge(CanaryFlight flight) {
        boolean overdue = air.of(flight.upload()).filter(place -> place.step().equals(LAST_STEP) && !place.since().plus(RETURN_LIMIT).isAfter(clock.now())).isPresent();
        if (overdue) {
            store.arrived(flight.agency(), flight.feed(), flight.upload(), clock.now(), LAST_STEP + ": it did not come back within " + RETURN_LIMIT.toMinutes() + " minutes");
            air.landed(flight.upload());
        }
    }
}
