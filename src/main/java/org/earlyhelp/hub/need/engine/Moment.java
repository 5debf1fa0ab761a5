package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import org.earlyhelp.hub.kernel.London;

/**
 * The moment of an assessment, and the earliest later moment at which time alone changes its result. Not thread-safe:
 * one a family and assessment.
 */
final class Moment {
    private final Instant now;
    private final LocalDate today;
    private Instant lookAgainAt;

    Moment(Instant now) {
        this.now = now;
        this.today = London.dateOf(now);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    /** Null while nothing was noted: time alone changes nothing. */
    Instant lookAgainAt() {
        return lookAgainAt;
    }

    /** Whether the day is today minus the days or later; if so, notes the midnight at which it no longer will be. */
    boolean isWithin(LocalDate day, int days) {
        if (day.isBefore(today.minusDays(days))) {
            return false;
        }
        changesAt(London.startOf(day.plusDays(days + 1L)));
        return true;
    }

    /** Notes that something changes then; the past is ignored. */
    void changesAt(Instant then) {
        if (then.isAfter(now) && (lookAgainAt == null || then.isBefore(lookAgainAt))) {
            lookAgainAt = then;
        }
    }

    /** Notes that something changes at the first instant of the day. */
    void changesOn(LocalDate day) {
        changesAt(London.startOf(day));
    }
}
