package org.earlyhelp.hub.identity.cluster.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that come again in nearly every description, such as agency and feed, by a number. Learns at most
 * {@value #MAX_ENTRIES}; what comes after is written out. Forgets nothing, so that equal texts always have equal bytes.
 */
final class Dictionary {
    static final int MAX_ENTRIES = 4_096;
    private static final int NULL = 0;
    private static final int WRITTEN_OUT = 1;
    private static final int FIRST_NUMBER = 2;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** Appends a text that may be null. */
    void write(PackedWriter to, String text) {
        int number = text == null ? NULL : numberOf(text);
        to.number(number);
        if (number == WRITTEN_OUT) {
            PackedText.write(to, text);
        }
    }

    String read(PackedReader from) {
        int number = (int) from.number();
        return switch (number) {
            case NULL -> null;
            case WRITTEN_OUT -> PackedText.read(from);
            default -> texts.get(number - FIRST_NUMBER);
        };
    }

    private int numberOf(String text) {
        Integer known = numbers.get(text);
        if (known != null || texts.size() == MAX_ENTRIES) {
            return known == null ? WRITTEN_OUT : known;
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1 + FIRST_NUMBER);
        return texts.size() - 1 + FIRST_NUMBER;
    }
}
