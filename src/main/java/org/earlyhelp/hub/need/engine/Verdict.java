package org.earlyhelp.hub.need.engine;

/** What can be said of a condition: that it holds, that it does not, or that what is needed to tell is missing. */
enum Verdict {
    HOLDS, HOLDS_NOT, UNDECIDED;

    /** A doubt beside what holds takes nothing from it; a doubt beside what does not hold is never "no". */
    static Verdict of(boolean holds, boolean doubted) {
        if (holds) {
            return HOLDS;
        }
        return doubted ? UNDECIDED : HOLDS_NOT;
    }
}
