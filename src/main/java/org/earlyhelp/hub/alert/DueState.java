package org.earlyhelp.hub.alert;

import java.time.Duration;
import java.time.Instant;

/** How an open alert stands to the clock that runs: to be acknowledged, then to be decided. */
public enum DueState {
    /** Time enough. */
    IN_TIME,
    /** At most a quarter of the time is left. */
    DUE_SOON,
    /** The time has run out. */
    OVERDUE,
    /** Nobody waits for it: decided, closed or withdrawn. */
    DONE;

    private static final int SOON_SHARE = 4;

    /** The state of an alert at that moment. */
    public static DueState of(AlertStatus status, Alert.Clocks clocks, Instant now) {
        return status.isOpen() ? of(clocks.raisedAt(), dueAt(status, clocks), now) : DONE;
    }

    /** The state of a span that is open until its end. */
    public static DueState of(Instant from, Instant dueAt, Instant now) {
        if (!now.isBefore(dueAt)) {
            return OVERDUE;
        }
        Duration soon = Duration.between(from, dueAt).dividedBy(SOON_SHARE);
        return now.isBefore(dueAt.minus(soon)) ? IN_TIME : DUE_SOON;
    }

    /** The clock that runs in that state: to acknowledge while nobody has, else to decide. */
    public static Instant dueAt(AlertStatus status, Alert.Clocks clocks) {
        return status == AlertStatus.RAISED ? clocks.acknowledgeBy() : clocks.decideBy();
    }
}
