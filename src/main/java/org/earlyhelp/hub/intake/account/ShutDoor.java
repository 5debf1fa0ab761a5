package org.earlyhelp.hub.intake.account;

import java.time.Instant;

/**
 * An address from which wrong keys of an account are not looked at for a while.
 *
 * @param account  empty when the address tried names that nobody has: it is shut for every name
 * @param until    of the lock-out, also when it was lifted before
 * @param liftedBy and {@code liftedAt}, {@code reason}: null unless somebody lifted it
 */
public record ShutDoor(String account, String address, Instant at, Instant until, String liftedBy, Instant liftedAt, String reason) {
    static ShutDoor now(String account, String address, Instant at) {
        return new ShutDoor(account, address, at, at.plus(LockOut.SHUT_FOR), null, null, null);
    }

    /** Whether wrong keys are not looked at; false once somebody lifted it, and from {@code until} on. */
    public boolean isShutAt(Instant now) {
        return liftedAt == null && now.isBefore(until);
    }
}
