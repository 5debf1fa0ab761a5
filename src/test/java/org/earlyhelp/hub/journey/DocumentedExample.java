package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.MatchResult;

/**
 * An example of {@code src/docs/examples}: what the day really gave, its references numbered in order of appearance and its
 * stamps set to the minute at which the stories are told, so that it is the same every day. {@code -Dehub.examples=write}
 * writes them anew; else they are compared.
 */
final class DocumentedExample {
    private static final Path FOLDER = Path.of("src/docs/examples");
    private static final Pattern REFERENCE = Pattern.compile("\\b(?:[PF]-[0-9A-Z]{6}|A-2026-[0-9]{6}|R-20261123-[0-9A-Z]{6}|01[0-9A-HJKMNP-TV-Z]{24})\\b");
    private static final Pattern STAMP = Pattern.compile("(2026-11-2[0-9]T[0-9]{2}):4[0-9]:[0-9]{2}(?:\\.[0-9]+)?Z");
    private static final Pattern SPOKEN_STAMP = Pattern.compile("(at 08):4[0-9]:[0-9]{2}");
    private final Map<String, String> numbered = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Compares the text with the example of that name, or writes it. Texts given to one object share their references. */
    void is(String name, String text) {
        String even = even(text);
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("ehub.examples"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, even);
            }
            assertThat(file).as("examples are renewed with -Dehub.examples=write").content().isEqualTo(even);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String even(String text) {
        String stamped = SPOKEN_STAMP.matcher(STAMP.matcher(text).replaceAll("$1:40:00Z")).replaceAll("$1:40:00");
        return REFERENCE.matcher(stamped).replaceAll(this::number);
    }

    private String number(MatchResult reference) {
        return numbered.computeIfAbsent(reference.group(), found -> {
            String kind = found.startsWith("01") ? "01KAN0R7G0" : found.substring(0, found.lastIndexOf('-') + 1);
            int digits = found.length() - kind.length();
            return kind + ("%0" + digits + "d").formatted(counts.merge(kind, 1, Integer::sum));
        });
    }
}
