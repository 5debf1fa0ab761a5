package org.earlyhelp.hub.intake.canary;

import java.util.List;

/** A part of the way behind intake that the canary goes through as well. Parts say by {@code @Order} who comes first. */
public interface CanaryStep {
    /** What the part does, in a word or two, for an alarm: {@code linking to people}. */
    String name();

    /** Does what must be done before, in a transaction of its own; called each time, outside the canary's. */
    default void prepare() {
        // Most parts need nothing.
    }

    /**
     * Takes the canary's records through, in the caller's transaction, which is always taken back, and answers what that came to.
     * Throws RuntimeException when they do not get through. {@code records} wait in {@code record_work} of this transaction.
     * {@link CanaryMark} is set.
     */
    CanaryYield pass(List<Long> records);
}
