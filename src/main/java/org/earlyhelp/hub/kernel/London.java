package org.earlyhelp.hub.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Civil time of the borough: every "date of" and "within N days" is counted in Europe/London. Stateless. */
public final class London {
    /** With summer time. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {
    }

    /** The civil date on which the instant falls. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The instant in civil time, offset included. */
    public static ZonedDateTime timeOf(Instant instant) {
        return instant.atZone(ZONE);
    }

    /** A local date-time of the borough as an instant; a time in the spring gap moves forward by the gap. */
    public static Instant instantOf(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    /** The first instant of the civil day. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
