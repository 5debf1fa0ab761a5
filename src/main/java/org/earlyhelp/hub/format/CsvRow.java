package org.earlyhelp.hub.format;

import java.util.Map;
import java.util.Optional;

/**
 * One line of CSV; {@code columns} and {@code sentNames}, the headers that have another of a column's names, are shared by all rows
 * of the file; {@code values} are stripped, null when blank.
 */
record CsvRow(SourceLocation at, Map<String, Integer> columns, Map<String, String> sentNames, String[] values) implements RowRecord {
    @Override
    public Optional<String> text(String path) {
        Integer column = columns.get(path);
        return column == null ? Optional.empty() : Optional.ofNullable(values[column]);
    }

    @Override
    public String shownName(String name) {
        return name == null ? null : sentNames.getOrDefault(name, name);
    }
}
