package org.earlyhelp.hub.mapping;

import java.time.Instant;
import java.time.LocalDate;
import org.earlyhelp.hub.kernel.HubClock;

/** The moment against which "in the future" and "too old" are judged; the machine's clock never counts. */
public record MappingTime(Instant now, LocalDate today) {
    /** Now. */
    public static MappingTime of(HubClock clock) {
        return new MappingTime(clock.now(), clock.today());
    }
}
