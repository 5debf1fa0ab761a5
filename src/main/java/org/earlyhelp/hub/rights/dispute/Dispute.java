package org.earlyhelp.hub.rights.dispute;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One disputed fact with what became of it.
 *
 * @param record    opaque id of the record; null for a detail
 * @param field     the detail; null for a record
 * @param words     why they say it is wrong, in their words
 * @param told      name of the account that stated it to the log entry of the correction asked for, or to why it could not be asked
 * @param waits     accounts among them that are asked by themselves once the sharing log goes on
 * @param corrected a newer version of the record has come since
 * @param settledBy and {@code settledAt}, {@code reason}: null while it is open
 */
public record Dispute(String ref, String record, String field, State state, String words, Map<String, String> told, Set<String> waits, boolean corrected, String openedBy, Instant since,
                      String settledBy, Instant settledAt, String reason) {
    /** Of {@code words}, and of a reason. */
    public static final int WORDS_LIMIT_CHARACTERS = 2_000;
    /** Why an account that waited to be asked was not. */
    public static final String STANDS_NO_MORE = "not asked, since what it stated stands no more";

    /** Open until the source corrected it, or somebody found that it is right. */
    public enum State { OPEN, UPHELD, REFUSED }

    public Dispute {
        told = Map.copyOf(told);
        waits = Set.copyOf(waits);
    }

    @Override
    public String toString() {
        return ref;
    }
}
