package org.earlyhelp.hub.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The hub's domain clock: the machine's clock moved by a fixed offset, so that samples told on one Monday
 * never age. All business time comes from here, in microseconds as the database keeps it. Thread-safe.
 */
public final class HubClock {
    private final Clock clock;

    private HubClock(Clock clock) {
        this.clock = clock;
    }

    /** The machine's own time. */
    public static HubClock real() {
        return new HubClock(Clock.systemUTC());
    }

    /** Ticks like the machine's clock, {@code offset} away from it. */
    public static HubClock offsetBy(Duration offset) {
        return new HubClock(Clock.offset(Clock.systemUTC(), offset));
    }

    /** Stands still at the given instant; for tests and the mapping try-out. */
    public static HubClock fixedAt(Instant instant) {
        return new HubClock(Clock.fixed(instant, London.ZONE));
    }

    /** Any clock, for tests that move time by hand. */
    public static HubClock of(Clock clock) {
        return new HubClock(clock);
    }

    /** The machine's own time: for the ages of files and the limits of waiting, never for business. */
    public static Instant machineTime() {
        return Instant.now();
    }

    /** The offset that makes the domain clock show {@code wanted} now. */
    public static Duration offsetTo(Instant wanted) {
        return Duration.between(Instant.now(), wanted);
    }

    /** Business time now, in microseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The borough's civil date now. */
    public LocalDate today() {
        return London.dateOf(now());
    }
}
