package org.earlyhelp.hub.identity.review;

/**
 * Where a pair stands. WAITING: one person said same, and a second must say so too, because a hidden place is touched.
 * UNDONE: they were joined and parted again; a rule never joins them.
 */
public enum ReviewState {
    OPEN("waits for a decision"),
    WAITING("waits for a second person"),
    SAME("decided: the same person"),
    DIFFERENT("decided: different people"),
    NOT_SURE("left open: nobody can tell yet"),
    UNDONE("taken back: kept apart");

    private final String words;

    ReviewState(String words) {
        this.words = words;
    }

    /** As a page says it. */
    public String words() {
        return words;
    }

    /** Whether somebody still has to do something about it. */
    public boolean isWaiting() {
        return this == OPEN || this == WAITING || this == NOT_SURE;
    }
}
