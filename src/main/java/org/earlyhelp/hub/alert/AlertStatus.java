package org.earlyhelp.hub.alert;

/**
 * The states of an alert. DECIDED: a person gave an outcome; its reviews run on, but new evidence raises anew.
 * CLOSED: ended without a decision of its own, because another alert took the family over (stepped up, merged).
 */
public enum AlertStatus {
    RAISED, ACKNOWLEDGED, DECIDED, CLOSED, WITHDRAWN;

    /** Whether it waits for a decision; new evidence then updates it instead of raising another. */
    public boolean isOpen() {
        return this == RAISED || this == ACKNOWLEDGED;
    }
}
