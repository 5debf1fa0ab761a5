package org.earlyhelp.hub.web.account;

import java.time.Instant;
import org.earlyhelp.hub.intake.account.ShutDoor;
import org.earlyhelp.hub.page.PlainTime;

/** A lock-out in words. */
record LockOutLine(String address, String since, String state) {
    static LockOutLine of(ShutDoor door, Instant now) {
        return new LockOutLine(door.address(), PlainTime.of(door.at()), state(door, now));
    }

    private static String state(ShutDoor door, Instant now) {
        if (door.liftedAt() != null) {
            return "lifted by " + door.liftedBy() + ", " + PlainTime.of(door.liftedAt()) + ": " + door.reason();
        }
        return door.isShutAt(now) ? "shut until " + PlainTime.of(door.until()) : "over";
    }
}
