package org.earlyhelp.hub.sharing;

import java.util.Optional;

/** The rule that one person puts a change forward and another puts it in force, in the words with which a page refuses. Stateless. */
public final class TwoPeople {
    /** Refuses the first person. */
    public static final String NOT_TO_PUT_FORWARD = "This proposal no longer waits, or somebody has put it forward already.";
    /** Refuses a second person who was not the first to answer. */
    public static final String TOO_LATE = "Somebody else was quicker: look again.";

    private TwoPeople() {
    }

    /**
     * Why {@code account} may not put a proposal in force; empty when they may.
     *
     * @param place      where the proposal lies, such as "file"
     * @param waits      whether the proposal still waits
     * @param proposedBy who put it forward; null when nobody has
     */
    public static Optional<String> againstActivating(String place, boolean waits, String proposedBy, String account) {
        if (!waits) {
            return Optional.of("This proposal no longer waits: the " + place + " says something else by now.");
        }
        if (proposedBy == null) {
            return Optional.of("Nobody has put this proposal forward yet.");
        }
        return proposedBy.equals(account) ? Optional.of("You put this proposal forward: a second person activates it.") : Optional.empty();
    }
}
