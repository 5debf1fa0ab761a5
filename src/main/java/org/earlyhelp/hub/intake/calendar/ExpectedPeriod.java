package org.earlyhelp.hub.intake.calendar;

import java.time.Instant;

/**
 * A stretch of time in which a feed sends at least one file.
 *
 * @param from  begin, included
 * @param until end, excluded
 * @param due   when a file is late, the grace included; may lie after {@code until}
 */
public record ExpectedPeriod(Instant from, Instant until, Instant due) {
    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
