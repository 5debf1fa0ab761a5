package org.earlyhelp.hub.alert.life;

import java.time.Duration;
import java.time.Instant;

/** How the hours of a clock are counted: every hour, or those in which the front door is open. */
@FunctionalInterface
public interface OpeningTime {
    /** Every hour counts, at night and on holidays too. */
    OpeningTime ELAPSED = Instant::plus;

    /** The moment at which so much time has been counted since {@code start}. */
    Instant after(Instant start, Duration counted);

    /** How much time is counted from one moment to a later one. */
    default Duration counted(Instant from, Instant until) {
        return Duration.between(from, until);
    }

    /** The moment at which half of the time that is counted between the two has gone. */
    default Instant halfway(Instant from, Instant until) {
        return after(from, counted(from, until).dividedBy(2));
    }
}
