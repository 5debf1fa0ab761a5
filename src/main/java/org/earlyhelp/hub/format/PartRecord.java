package org.earlyhelp.hub.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * One part of a record that is a record of its own. A path through the part, such as {@code family.children.name}, means this part;
 * through a part around it, that one; any other path leads into the whole record.
 *
 * @param levels from the inmost part outwards; the last is the whole record, with the prefix ""
 */
record PartRecord(SourceLocation at, List<Level> levels) implements SourceRecord {
    /** In place of a separator: the part itself knows what a path means from the whole record, as an HL7 segment does. */
    static final char WHOLE = 0;

    /** A part on the way and the beginning of the paths that lead into it. */
    record Level(String prefix, SourceRecord part) {
    }

    /** All parts at the place {@code each} of the record; empty when there are none. */
    static List<PartRecord> of(SourceRecord record, String each, char separator) {
        if (separator == WHOLE) {
            return record.parts(each).stream().map(part -> new PartRecord(record.at(), List.of(new Level("", part)))).toList();
        }
        List<PartRecord> parts = List.of(new PartRecord(record.at(), List.of(new Level("", record))));
        for (String step : each.split(Pattern.quote(String.valueOf(separator)))) {
            parts = parts.stream().flatMap(part -> part.below(step, separator).stream()).toList();
        }
        return parts;
    }

    PartRecord at(SourceLocation place) {
        return new PartRecord(place, levels);
    }

    @Override
    public Optional<String> text(String path) {
        return found(path, SourceRecord::text);
    }

    @Override
    public List<String> texts(String path) {
        return found(path, SourceRecord::texts);
    }

    @Override
    public List<SourceRecord> parts(String path) {
        return found(path, SourceRecord::parts);
    }

    @Override
    public boolean isStated(String path) {
        return found(path, SourceRecord::isStated);
    }

    @Override
    public boolean isErased(String path) {
        return found(path, SourceRecord::isErased);
    }

    private <T> T found(String path, BiFunction<SourceRecord, String, T> question) {
        for (Level level : levels) {
            if (path.startsWith(level.prefix)) {
                return question.apply(level.part, path.substring(level.prefix.length()));
            }
        }
        throw new IllegalStateException("the last level has every path");
    }

    private List<PartRecord> below(String step, char separator) {
        Level inmost = levels.get(0);
        List<PartRecord> below = new ArrayList<>();
        for (SourceRecord part : inmost.part.parts(step)) {
            List<Level> inside = new ArrayList<>(List.of(new Level(inmost.prefix + step + separator, part)));
            inside.addAll(levels);
            below.add(new PartRecord(at, List.copyOf(inside)));
        }
        return below;
    }
}
