package org.earlyhelp.hub.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.earlyhelp.hub.format.WideColumns.WideColumn;
import org.earlyhelp.hub.format.WideRow.WideKey;
import org.earlyhelp.hub.page.ShortText;

/** The header line of a CSV file held against the columns that the layout declares. */
final class CsvHeader {
    /** So many unknown names are repeated to the sender, and so much of each. */
    private static final int SHOWN_NAMES = 20;
    private static final int SHOWN_NAME_CHARACTERS = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");
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
            String column = columnOf(found.get(i));
            if (column != null && columns.put(column, i) != null) {
                throw bad("The column \"" + column + "\" stands twice in the header.");
            }
        }
        List<String> missing = layout.required().stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw bad("The header lacks " + (missing.size() == 1 ? "the column " : "the columns ") + quoted(missing) + unknown(columns.size()) + ".");
        }
        return columns;
    }

    /** The columns whose header has another of their names: the header as sent. */
    Map<String, String> sentNames() {
        Map<String, String> sent = new HashMap<>();
        found.stream().filter(this::isKnown).filter(name -> !columnOf(name).equals(name)).forEach(name -> sent.put(columnOf(name), name));
        return Map.copyOf(sent);
    }

    /** The keys of a wide layout in the order of the header; empty when the layout is not wide. */
    List<WideKey> wideKeys() throws SourceStopped {
        Map<String, WideKey> keys = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            for (WideColumn column : layout.wide() == null || isKnown(found.get(i)) ? List.<WideColumn>of() : layout.wide().columns()) {
                String key = found.get(i) == null ? null : column.keyIn(found.get(i));
                if (key != null && keys.computeIfAbsent(key, CsvHeader::emptyKey).columns().put(column.name(), i) != null) {
                    throw bad("The column \"" + found.get(i) + "\" stands twice in the header.");
                }
                if (key != null) {
                    keys.get(key).headers().put(column.name(), found.get(i));
                }
            }
        }
        if (layout.wide() != null && keys.isEmpty()) {
            WideColumn column = layout.wide().columns().get(0);
            throw bad("The header has no column such as \"" + column.headerOf(column.form()) + "\".");
        }
        return List.copyOf(keys.values());
    }

    private static WideKey emptyKey(String key) {
        return new WideKey(key, new HashMap<>(), new HashMap<>());
    }

    /** Unknown names are repeated only beside known ones: without a header, the first line is somebody's data. */
    private String unknown(int known) {
        List<String> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : found) {
            if (name != null && !isKnown(name) && !isWide(name) && seen.add(name)) {
                unknown.add(ShortText.of(name, SHOWN_NAME_CHARACTERS));
            }
        }
        if (unknown.isEmpty()) {
            return "";
        }
        boolean isHeader = known * 2 >= layout.required().size();
        return isHeader ? " and has the unknown " + quoted(unknown.subList(0, Math.min(SHOWN_NAMES, unknown.size())))
                + (unknown.size() > SHOWN_NAMES ? " and " + (unknown.size() - SHOWN_NAMES) + " more" : "") : " and has " + unknown.size() + " names that the layout does not know";
    }

    private boolean isKnown(String name) {
        return columnOf(name) != null;
    }

    private boolean isWide(String name) {
        return layout.wide() != null && layout.wide().columns().stream().anyMatch(column -> column.keyIn(name) != null);
    }

    /** The column of the layout that the name stands for; null when it stands for none. */
    private String columnOf(String name) {
        if (name == null) {
            return null;
        }
        String column = layout.otherNames().getOrDefault(name, name);
        return layout.required().contains(column) || layout.optional().contains(column) ? column : null;
    }

    private SourceStopped bad(String message) {
        return new SourceStopped(new SourceItem.Stop(new SourceLocation(line, 0), "BAD_HEADER", message + " Nothing was taken.",
                "The first line must name the columns, separated by '" + (layout.delimiter() == '\t' ? "tab" : layout.delimiter())
                        + "': " + String.join(", ", layout.required()) + ".", true));
    }

    /** A header's name as it may stand in a receipt and in a database, which takes no NUL. */
    static String printable(String name) {
        return name == null ? null : UNPRINTABLE.matcher(name).replaceAll("?");
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }
}
