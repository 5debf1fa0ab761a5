package org.earlyhelp.hub.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;

/** A clock that stands at half past eight of a day until the test moves it. */
public final class MovedClock extends Clock {
    private volatile Instant now;

    public MovedClock(LocalDate day) {
        moveTo(day);
    }

    public void moveTo(LocalDate day) {
        now = day.atTime(LocalTime.of(8, 30)).atZone(London.ZONE).toInstant();
    }

    public HubClock asHubClock() {
        return HubClock.of(this);
    }

    @Override
    public ZoneId getZone() {
        return London.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the borough has one zone");
    }

    @Override
    public Instant instant() {
        return now;
    }
}
