package org.earlyhelp.hub.intake.canary;

import java.time.Instant;

/**
 * A step of a canary's way that it has behind it.
 *
 * @param name  what the step does: {@code linking to people}
 * @param words what it came to: {@code assessed, no alert}
 */
public record CanaryLeg(String name, String words, Instant endedAt) {
}
