package org.earlyhelp.hub.intake.alarm;

import java.time.Instant;

/**
 * One thing an operator must see. Holds nobody's data.
 *
 * @param key       what it is about; open at most once
 * @param kind      lower case with hyphens, such as {@code feed-late}
 * @param words     a plain sentence: what is wrong and what happens now
 * @param place     a path of the hub such as {@code /feeds}, or a folder; null where there is none to look at
 * @param clearedAt null while it is open
 */
public record OperatorAlarm(String key, String kind, String words, String place, Instant raisedAt, Instant clearedAt) {
    /** Most characters of the words; more are cut. */
    public static final int WORDS_LIMIT = 500;

    /** Whether it has not ended. */
    public boolean isOpen() {
        return clearedAt == null;
    }
}
