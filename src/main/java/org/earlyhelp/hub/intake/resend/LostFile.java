package org.earlyhelp.hub.intake.resend;

import java.time.Instant;
import org.earlyhelp.hub.intake.AccountName;

/**
 * An arrival by what identifies it and nothing else: a sender's file name may hold a person's.
 *
 * @param receipt of that arrival
 * @param upload  ULID of its upload, the name of its raw copy
 * @param sender  id of the sender within the agency; null for the agency itself
 * @param kind    what it was; never null
 * @param target  of a recall the receipt of the file that it undid; null when it undid none, and for whatever else
 * @param sha256  of its content, lower-case hexadecimal
 */
public record LostFile(String receipt, String upload, String agency, String sender, String feed, Kind kind, String target, String sha256, long bytes, Instant receivedAt) {
    /** What an arrival was; a checksum and a recall only go with another file. */
    public enum Kind { FILE, RECALL, CHECKSUM }

    /** A line of the journal that does not say what came is of a file. */
    public LostFile {
        kind = kind == null ? Kind.FILE : kind;
    }

    /** A file of the feed itself. */
    public static LostFile file(String receipt, String upload, AccountName account, String feed, String sha256, long bytes, Instant receivedAt) {
        return new LostFile(receipt, upload, account.agency(), account.sender(), feed, Kind.FILE, null, sha256, bytes, receivedAt);
    }

    /** Whose file it is. */
    public AccountName account() {
        return new AccountName(agency, sender);
    }
}
