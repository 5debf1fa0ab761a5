package org.earlyhelp.hub.intake.canary;

/** A step says why it does not let the canary through, in plain words that name nobody. */
public final class CanaryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code why} is the end of a sentence about the canary, without data. */
    public CanaryRefused(String why) {
        super(why);
    }
}
