package org.earlyhelp.hub.need;

import java.time.Instant;

/** Which facts may raise a clocked alert: those of feeds that are live, from the date on which they went live. */
@FunctionalInterface
public interface LiveFeeds {
    /** For the demo and tests: every feed is live from the start. */
    LiveFeeds ALL = (agency, feed, occurredAt, receivedAt) -> true;

    /**
     * Whether a fact counts for clocks, not only as history.
     *
     * @param occurredAt when the event was, in business time
     * @param receivedAt when the hub got it
     */
    boolean clocks(String agency, String feed, Instant occurredAt, Instant receivedAt);
}
