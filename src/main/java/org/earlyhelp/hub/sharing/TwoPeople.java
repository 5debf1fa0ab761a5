package org.earlyhelp.hub.sharing;

import java.util.function.BooleanSupplier;

/** The rule that one person puts a change forward and another puts it in force, in the words with which a page refuses. Stateless. */
public final class TwoPeople {
    private TwoPeople() {
    }

    /** Whether an act on a proposal was done; if not, why. */
    public sealed interface Answer {
        /** It took effect. */
        record Done() implements Answer {
        }

        /** Nothing was changed; {@code why} is one sentence. */
        record Refused(String why) implements Answer {
        }
    }

    /** What the first person is told; {@code done} is false where the proposal no longer waited for one. */
    public static Answer putForward(boolean done) {
        return done ? new Answer.Done() : new Answer.Refused("This proposal no longer waits, or somebody has put it forward already.");
    }

    /**
     * Puts a proposal in force where {@code account} may, and says what came of it.
     *
     * @param place      where the proposal lies, such as "file"
     * @param waits      whether the proposal still waits
     * @param proposedBy who put it forward; null when nobody has
     * @param act        puts it in force; false where somebody else was quicker
     */
    public static Answer activate(String place, boolean waits, String proposedBy, String account, BooleanSupplier act) {
        if (!waits) {
            return new Answer.Refused("This proposal no longer waits: the " + place + " says something else by now.");
        }
        if (proposedBy == null) {
            return new Answer.Refused("Nobody has put this proposal forward yet.");
        }
        if (proposedBy.equals(account)) {
            return new Answer.Refused("You put this proposal forward: a second person activates it.");
        }
        return act.getAsBoolean() ? new Answer.Done() : new Answer.Refused("Somebody else was quicker: look again.");
    }
}
