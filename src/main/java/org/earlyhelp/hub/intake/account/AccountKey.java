package org.earlyhelp.hub.intake.account;

import java.time.Instant;

/**
 * A key of an account as it stands. Holds the public part only.
 *
 * @param fingerprint {@code SHA256:…}
 * @param line        as an OpenSSH public key line, without a comment
 * @param ofAgreement whether the agreement names it; else it was added since
 * @param whose       the agency, a supplier or a sender in words; null for a key that was added
 * @param proposedBy  null for a key of the agreement
 * @param addedBy     who let it open the door; null for a key of the agreement, and for one that still waits
 * @param retiredBy   null while it is not retired
 */
public record AccountKey(String account, String fingerprint, String line, boolean ofAgreement, String whose, String proposedBy, Instant proposedAt,
                         String reason, String addedBy, Instant addedAt, String retiredBy, Instant retiredAt, String retiredReason) {
    /** How a key stands. */
    public enum State { WAITING, OPEN, RETIRED }

    /** How the key stands; a retired one is retired whatever the agreement says. */
    public State state() {
        if (retiredAt != null) {
            return State.RETIRED;
        }
        return ofAgreement || addedAt != null ? State.OPEN : State.WAITING;
    }

    /** The same key, as the agreement names it. */
    AccountKey namedBy(String holder) {
        return new AccountKey(account, fingerprint, line, true, holder, proposedBy, proposedAt, reason, addedBy, addedAt, retiredBy, retiredAt, retiredReason);
    }

    /** A key of the agreement of which nothing else is known. */
    static AccountKey ofAgreement(String account, PublicKeyLine key, String holder) {
        return new AccountKey(account, key.fingerprint(), key.line(), true, holder, null, null, null, null, null, null, null, null);
    }
}
