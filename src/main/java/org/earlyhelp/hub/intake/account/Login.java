package org.earlyhelp.hub.intake.account;

import java.time.Instant;

/**
 * Sign-ins of one account in one hour, from one address, with one key and one outcome.
 *
 * @param fingerprint the key that opened; empty when none did
 */
public record Login(String account, Result result, String address, String fingerprint, long times, Instant firstAt, Instant lastAt) {
    /** How a sign-in ended. */
    public enum Result { SIGNED_IN, WRONG_KEY, WRONG_ADDRESS, LOCKED_OUT }
}
