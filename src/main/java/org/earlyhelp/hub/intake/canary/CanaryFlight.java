package org.earlyhelp.hub.intake.canary;

import java.time.Instant;
import java.util.List;

/**
 * The newest canary of a feed.
 *
 * @param upload    ULID of its file
 * @param arrivedAt null while it is on its way
 * @param fault     why it did not get through, a plain sentence; null when it did
 * @param legs      the steps it has behind it, in their order
 */
public record CanaryFlight(String agency, String feed, String upload, Instant sentAt, Instant arrivedAt, String fault, List<CanaryLeg> legs) {
    public CanaryFlight {
        legs = List.copyOf(legs);
    }

    /** Whether it has not arrived. */
    public boolean isOnItsWay() {
        return arrivedAt == null;
    }

    /** {@code agency/feed}. */
    public String lane() {
        return agency + "/" + feed;
    }
}
