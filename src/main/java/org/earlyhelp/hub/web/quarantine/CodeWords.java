package org.earlyhelp.hub.web.quarantine;

import java.util.Map;

/** What became of a row, in words. A receipt's own codes speak for themselves. */
final class CodeWords {
    private static final Map<String, String> WORDS = Map.of("TAKEN", "taken", "NOT_FOUND", "not found there by the layout in force: run the whole delivery",
            "RAW_GONE", "its raw copy is gone", "RECALLED", "its sender recalled the file",
            "NOT_DECIDED", "refused for something else than what it holds", "FEED_WAITS", "its feed waits for an agreement or a layout", "WAS_TAKEN", "taken before this run",
            "WAS_GONE", "its raw copy is gone");

    private CodeWords() {
    }

    static String of(String code) {
        return WORDS.getOrDefault(code, "refused: " + code);
    }
}
