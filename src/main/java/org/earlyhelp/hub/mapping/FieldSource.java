package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.format.Span;

/**
 * Where the text of a declared field comes from and what is done with it.
 *
 * @param place      the place in the canonical record that the field fills
 * @param paths      where the sender may state it; the first that says something counts
 * @param joined     what is put together instead, with a space between; empty = nothing is
 * @param fixed      the text whatever the sender states; null = none
 * @param empty      texts that mean nothing
 * @param fallback   the text where nothing is stated; may be null
 * @param separator  what parts one text into several; null = nothing
 * @param senderName the sender's own name of the field
 * @param characters the part of the text that is meant; null = all
 */
record FieldSource(String place, List<String> paths, List<String> joined, String fixed, Set<String> empty, String fallback,
                   String separator, String senderName, Span characters) {
    /** The text; null when nothing is stated and nothing stands in for it. */
    String text(SourceRecord record) {
        if (fixed != null) {
            return fixed;
        }
        if (!joined.isEmpty()) {
            return joined(record);
        }
        for (String path : paths) {
            String text = meantOf(record.text(path).orElse(""));
            if (!isNothing(text)) {
                return text;
            }
        }
        return fallback;
    }

    /** All texts of a repeating field. */
    List<String> texts(SourceRecord record) {
        List<String> texts = new ArrayList<>();
        for (String path : paths) {
            for (String text : record.texts(path)) {
                if (separator == null) {
                    texts.add(meantOf(text));
                } else {
                    for (String part : text.split(Pattern.quote(separator))) {
                        texts.add(part.strip());
                    }
                }
            }
        }
        texts.removeIf(this::isNothing);
        return texts;
    }

    /** Whether the sender asks to delete the value here. */
    boolean isErased(SourceRecord record) {
        return paths.stream().anyMatch(record::isErased);
    }

    /** Whether the sender states a list here, if only an empty one. */
    boolean isStated(SourceRecord record) {
        return paths.stream().anyMatch(record::isStated);
    }

    private String joined(SourceRecord record) {
        StringBuilder text = new StringBuilder();
        for (String path : joined) {
            String part = meantOf(record.text(path).orElse(""));
            if (!isNothing(part)) {
                text.append(text.isEmpty() ? "" : " ").append(part);
            }
        }
        return text.isEmpty() ? fallback : text.toString();
    }

    /** The part of the text that is meant; "" when nothing stands there. */
    private String meantOf(String text) {
        return characters == null ? text : characters.in(text).strip();
    }

    private boolean isNothing(String text) {
        return text.isEmpty() || empty.contains(text);
    }
}
