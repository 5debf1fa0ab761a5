package org.earlyhelp.hub.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The header line of a CSV file held against the columns that the layout declares. */
final class CsvHeader {
    private final SourceFormat.Csv layout;
    private final List<String> found;
    private final long line;

    /** {@code found}: the names as sent, stripped, null where blank. */
    CsvHeader(SourceFormat.Csv layout, List<String> found, long line) {
        this.layout = layout;
        this.found = found;
        this.line = line;
    }

    /** Where each column stands. A column of no name, or one the layout does not know, is read past. */
    Map<String, Integer> columns() throws SourceStopped {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            if (isKnown(found.get(i)) && columns.put(found.get(i), i) != null) {
                throw bad("The column \"" + found.get(i) + "\" stands twice in the header.");
            }
        }
        List<String> missing = layout.required().stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw bad("The header lacks " + (missing.size() == 1 ? "the column " : "the columns ") + quoted(missing) + unknown(columns.size()) + ".");
        }
        return columns;
    }

    /** Unknown names are repeated only beside known ones: without a header, the first line is somebody's data. */
    private String unknown(int known) {
        List<String> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : found) {
            if (name != null && !isKnown(name) && seen.add(name)) {
                unknown.add(name);
            }
        }
        if (unknown.isEmpty()) {
            return "";
        }
        boolean isHeader = known * 2 >= layout.required().size();
        return isHeader ? " and has the unknown " + quoted(unknown) : " and has " + unknown.size() + " names that the layout does not know";
    }

    private boolean isKnown(String name) {
        return name != null && layout.pathFault(name) == null;
    }

    private SourceStopped bad(String message) {
        return new SourceStopped(new SourceItem.Stop(new SourceLocation(line, 0), "BAD_HEADER", message + " Nothing was taken.",
                "The first line must name the columns, separated by '" + (layout.delimiter() == '\t' ? "tab" : layout.delimiter())
                        + "': " + String.join(", ", layout.required()) + ".", true));
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
