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
    ANSWERED,
    /** A restriction that was granted shall end; waits for a second person. */
    LIFTING,
    LIFTED, REFUSED, WITHDRAWN;

    /** Whether somebody has to do something. */
    public boolean isOpen() {
        return this == RECEIVED || this == IN_HAND || this == CLARIFYING || this == PROPOSED || this == LIFTING;
    }
}
