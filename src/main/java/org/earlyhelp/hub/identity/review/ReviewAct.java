package org.earlyhelp.hub.identity.review;

/** What a person can do about a pair. PROPOSE is JOIN where a second person must confirm. */
public enum ReviewAct {
    JOIN("said: the same person"),
    PROPOSE("said: the same person; a second person must confirm"),
    KEEP_APART("said: different people"),
    LEAVE_OPEN("said: not sure"),
    CONFIRM("confirmed as the second person: the same person"),
    DECLINE("did not confirm it as the second person"),
    UNDO("took the decision back");

    private final String words;

    ReviewAct(String words) {
        this.words = words;
    }

    /** As the history of a pair says it. */
    public String words() {
        return words;
    }

    /** Whether it is an answer to the question, for the counts of progress. */
    public boolean isDecision() {
        return this == JOIN || this == KEEP_APART || this == LEAVE_OPEN || this == CONFIRM;
    }
}
