package org.earlyhelp.hub.identity.review;

/** Taking something out of a person, by the references that stand now. */
public sealed interface Parting {
    /** P- reference of whom it is taken out of. */
    String person();

    /** Takes one mention out as a new person. */
    record Split(String person, long mention) implements Parting {
    }

    /** Takes a merged person, by P- reference, out again. */
    record Unmerge(String person, String gone) implements Parting {
    }
}
