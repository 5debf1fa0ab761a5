package org.earlyhelp.hub.rights.dispute;

import java.util.Map;
import java.util.Set;

/**
 * What came of asking accounts for a correction.
 *
 * @param words name of each account to the log entry of its file, or to why none goes
 * @param waits accounts among them that are asked once the sharing log goes on
 */
public record Told(Map<String, String> words, Set<String> waits) {
    public Told {
        words = Map.copyOf(words);
        waits = Set.copyOf(waits);
    }
}
