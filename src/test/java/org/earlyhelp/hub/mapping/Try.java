package org.earlyhelp.hub.mapping;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.Notice;

/** Runs texts through a shipped mapping, at the clock of the samples. */
final class Try {
    static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    static final MappingTime TIME = new MappingTime(NOW, London.dateOf(NOW));
    private static final MappingBook BOOK = new MappingBook().load(Path.of("mappings"));

    private Try() {
    }

    static Mapping mapping(String id) {
        return BOOK.find(id).orElseThrow();
    }

    static List<MappingResult> all(String mapping, String file) {
        return all(mapping, file.getBytes(StandardCharsets.UTF_8));
    }

    static List<MappingResult> all(String mapping, byte[] file) {
        List<MappingResult> results = new ArrayList<>();
        try (SourceReader reader = mapping(mapping).open(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                if (!(item instanceof SourceItem.Row row)) {
                    throw new AssertionError("not readable: " + item);
                }
                results.add(mapping(mapping).apply(row.source(), TIME));
            }
        }
        return results;
    }

    /** The one result of a file with one record. */
    static MappingResult one(String mapping, String file) {
        List<MappingResult> results = all(mapping, file);
        if (results.size() != 1) {
            throw new AssertionError(results.size() + " records");
        }
        return results.get(0);
    }

    /** The notice of a file with one good record. */
    static Notice notice(String mapping, String file) {
        if (one(mapping, file) instanceof MappingResult.Mapped mapped) {
            return mapped.notice();
        }
        throw new AssertionError("rejected: " + one(mapping, file).faults());
    }

    /** Severity, field and code of each fault: {@code WARNING child.dateOfBirth BAD_DATE}. */
    static List<String> faults(MappingResult result) {
        return result.faults().stream().map(fault -> fault.severity() + " " + fault.field() + " " + fault.code()).toList();
    }
}
