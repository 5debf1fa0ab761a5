package org.earlyhelp.hub.intake.resend;

import java.time.Instant;

/**
 * An arrival by what identifies it and nothing else: a sender's file name may hold a person's.
 *
 * @param receipt of that arrival
 * @param upload  ULID of its upload, the name of its raw copy
 * @param sha256  of its content, lower-case hexadecimal
 */
public record LostFile(String receipt, String upload, String agency, String feed, String sha256, long bytes, Instant receivedAt) {
}
