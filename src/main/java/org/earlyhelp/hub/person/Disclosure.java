package org.earlyhelp.hub.person;

/** How far a source allows a place to be known. The strictest statement of any source wins and is never relaxed by a machine. */
public enum Disclosure {
    NORMAL, RESTRICTED, HIDDEN;

    /** The one that shows less. */
    public Disclosure strictest(Disclosure other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether every place of the person and the household must stay unseen. */
    public boolean hides() {
        return this != NORMAL;
    }
}
