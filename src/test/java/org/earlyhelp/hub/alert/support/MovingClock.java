package org.earlyhelp.hub.alert.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.earlyhelp.hub.kernel.HubClock;

/** A clock that moves by hand. */
public final class MovingClock extends Clock {
    private volatile Instant now;

    public MovingClock(String start) {
        now = Instant.parse(start);
    }

    public HubClock asHubClock() {
        return HubClock.of(this);
    }

    public void forward(Duration step) {
        now = now.plus(step);
    }

    /** To a moment, such as {@code 2030-04-15T08:30:00Z}. */
    public void to(String moment) {
        now = Instant.parse(moment);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
