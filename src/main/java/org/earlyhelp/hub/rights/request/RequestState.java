package org.earlyhelp.hub.rights.request;

/** Where a request stands. What leads from one to the other: {@link RequestLife}. */
public enum RequestState {
    /** Who asks is not proven yet, or a complaint is not acknowledged; the month has not begun. */
    RECEIVED,
    IN_HAND,
    /** Waits for an answer of who asked; the clock stands still. */
    CLARIFYING,
    /** Prepared by one person, waits for another. */
    PROPOSED,
    ANSWERED, REFUSED, WITHDRAWN;

    public boolean isOpen() {
        return RequestLife.leavesFrom(this);
    }
}
