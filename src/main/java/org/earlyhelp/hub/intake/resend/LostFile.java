package org.earlyhelp.hub.intake.resend;

import java.time.Instant;
import org.earlyhelp.hub.intake.AccountName;

/**
 * An arrival by what identifies it and nothing else: a sender's file name may hold a person's.
 *
 * @param receipt of that arrival
 * @param upload  ULID of its upload, the name of its raw copy
 * @param sender  id of the sender within the agency; null for the agency itself
 * @param sha256  of its content, lower-case hexadecimal
 */
public record LostFile(String receipt, String upload, String agency, String sender, String feed, String sha256, long bytes, Instant receivedAt) {
    /** Whose file it is. */
    public AccountName account() {
        return new AccountName(agency, sender);
    }
}
