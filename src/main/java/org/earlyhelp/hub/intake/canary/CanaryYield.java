package org.earlyhelp.hub.intake.canary;

/**
 * What a step came to.
 *
 * @param words   for people: {@code assessed, no alert}
 * @param message what the hub would tell of the canary, to be carried over the broker once all is taken back; null for nothing
 */
public record CanaryYield(String words, String message) {
    /** There is nothing to tell. */
    public static CanaryYield of(String words) {
        return new CanaryYield(words, null);
    }
}
