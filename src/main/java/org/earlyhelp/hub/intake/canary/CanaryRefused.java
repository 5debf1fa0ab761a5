package org.earlyhelp.hub.intake.canary;

/** A step says why it does not let the canary through, in plain words that name nobody. */
public final class CanaryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CanaryRefused(String why) {
        super(why);
    }
}
