package org.earlyhelp.hub.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small files of each format for tests of reading. */
final class Samples {
    static final SourceFormat CSV = new SourceFormat.Csv(StandardCharsets.UTF_8, ',', List.of("a", "b", "c"), List.of("d"));
    static final SourceFormat JSON = new SourceFormat.Json(StandardCharsets.UTF_8, null);
    static final SourceFormat HL7 = new SourceFormat.Hl7(StandardCharsets.UTF_8);
    static final SourceFormat XML = new SourceFormat.Xml(StandardCharsets.UTF_8, "R");

    private Samples() {
    }

    static List<SourceItem> items(SourceFormat format, String file) {
        return items(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static List<SourceItem> items(SourceFormat format, byte[] file) {
        List<SourceItem> items = new ArrayList<>();
        try (SourceReader reader = SourceFormats.open(format, new ByteArrayInputStream(file))) {
            reader.forEachRemaining(items::add);
        }
        return items;
    }

    static Optional<SourceItem.Stop> precheck(SourceFormat format, String file) {
        return SourceFormats.precheck(format, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each item in a word: {@code row 2}, {@code bad 3 BAD_JSON}, {@code stop 4 UNCLOSED_QUOTE}, {@code whole 0 EMPTY_FILE}, with its line. */
    static List<String> outline(List<SourceItem> items) {
        return items.stream().map(Samples::outline).toList();
    }

    static String outline(SourceItem item) {
        if (item instanceof SourceItem.BadRow bad) {
            return "bad " + bad.at().line() + " " + bad.code();
        }
        if (item instanceof SourceItem.Stop stop) {
            return (stop.wholeFile() ? "whole " : "stop ") + stop.at().line() + " " + stop.code();
        }
        return "row " + item.at().line();
    }

    static SourceRecord first(SourceFormat format, String file) {
        return ((SourceItem.Row) items(format, file).get(0)).source();
    }
}
