package org.earlyhelp.hub.sharing.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds erased people in a text of any format: by a reference or identifier anywhere, or by surname and forename near one
 * another. Case counts only beyond ASCII. Rather takes somebody of the same name for them than miss them. Thread-safe.
 */
public final class TraceSearch {
    /** A record of any of the feeds names a person within so many bytes. */
    static final int NEAR_BYTES = 600;
    private static final int FORENAME_AT_LEAST_LETTERS = 3;
    private static final int BLOCK_BYTES = 256 * 1024;
    private final List<String> words;
    private final List<Traces.Name> names;

    /** The traces of one or of many people; with none, every text is clean. */
    public TraceSearch(Traces traces) {
        this.words = Stream.concat(traces.refs().stream(), traces.identifiers().stream()).map(TraceSearch::bytes).distinct().toList();
        this.names = traces.names().stream().map(name -> new Traces.Name(bytes(name.surname()), bytes(name.forename()))).distinct().toList();
    }

    /** Whether the text tells of them. */
    public boolean isIn(String text) {
        return found(bytes(text));
    }

    /** Whether a text about the same family tells of them: there a forename alone is enough. */
    public boolean isInWordsOfFamily(String text) {
        String letters = bytes(text);
        return found(letters) || names.stream().map(Traces.Name::forename).filter(name -> name.length() >= FORENAME_AT_LEAST_LETTERS).anyMatch(letters::contains);
    }

    /** Whether the rest of the stream tells of them; the caller closes it. */
    public boolean isIn(InputStream content) throws IOException {
        String before = "";
        for (byte[] block = content.readNBytes(BLOCK_BYTES); block.length > 0; block = content.readNBytes(BLOCK_BYTES)) {
            String text = before + lower(new String(block, StandardCharsets.ISO_8859_1));
            if (found(text)) {
                return true;
            }
            before = text.substring(Math.max(0, text.length() - 2 * NEAR_BYTES));
        }
        return false;
    }

    private boolean found(String text) {
        return words.stream().anyMatch(text::contains) || names.stream().anyMatch(name -> isNear(text, name));
    }

    private static boolean isNear(String text, Traces.Name name) {
        for (int at = text.indexOf(name.surname()); at >= 0; at = text.indexOf(name.surname(), at + 1)) {
            String near = text.substring(Math.max(0, at - NEAR_BYTES), Math.min(text.length(), at + NEAR_BYTES));
            if (near.contains(name.forename())) {
                return true;
            }
        }
        return false;
    }

    /** A letter a byte, as the files hold it, so that text and content of any encoding based on ASCII compare. */
    private static String bytes(String text) {
        return lower(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private static String lower(String letters) {
        StringBuilder lower = new StringBuilder(letters);
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                lower.setCharAt(i, (char) (letter + 32));
            }
        }
        return lower.toString();
    }
}
