package org.earlyhelp.hub.intake.alarm;

import java.util.Collection;
import java.util.List;

/**
 * Raises what an operator must see, and says when it is over. Whoever notices the same again may say so again: only the first
 * word counts. Both stand even if the caller's own transaction is taken back. Thread-safe.
 */
public interface OperatorAlarms {
    /** Most alarms that are open at a time: a further one is not kept, and the log says so. */
    int OPEN_LIMIT = 1_000;
    /** Most of one kind among them, so that no flood of one kind keeps another away. */
    int KIND_LIMIT = 200;

    /**
     * Raises an alarm unless one of that key is open; returns whether it was raised now.
     *
     * @param key   what it is about, at most 200 characters; no personal data, no file name of a sender
     * @param kind  lower case with hyphens, at most 40 characters
     * @param words a plain sentence without personal data; cut at {@link OperatorAlarm#WORDS_LIMIT} characters
     * @param place path of the hub or folder where to look, or null
     */
    boolean raise(String key, String kind, String words, String place);

    /** Notes that what the key is about is well again; returns whether an alarm was open. */
    boolean clear(String key);

    /** The alarms that are open, the oldest first. */
    List<OperatorAlarm> open();

    /** The open alarms of these kinds, the oldest first. */
    default List<OperatorAlarm> open(Collection<String> kinds) {
        return open().stream().filter(alarm -> kinds.contains(alarm.kind())).toList();
    }

    /** Those that are over, the newest first. */
    List<OperatorAlarm> over(int limit);
}
