package org.earlyhelp.hub.format;

import java.util.Map;
import java.util.Optional;

/**
 * The cells of one row under one key, with the columns that the whole row shares.
 *
 * @param here shared by all rows of the file
 */
record WideRow(CsvRow row, WideColumns wide, WideKey here) implements RowRecord {
    /** One key of the header, and where its columns stand and how their headers read. */
    record WideKey(String key, Map<String, Integer> columns, Map<String, String> headers) {
        boolean isBlankIn(String[] values) {
            return columns.values().stream().allMatch(column -> values[column] == null);
        }
    }

    @Override
    public SourceLocation at() {
        return row.at();
    }

    @Override
    public Optional<String> text(String path) {
        if (path.equals(wide.keyName())) {
            return Optional.of(here.key());
        }
        Integer column = here.columns().get(path);
        return column == null ? row.text(path) : Optional.ofNullable(row.values()[column]);
    }

    @Override
    public String shownName(String name) {
        boolean isKey = wide.keyName().equals(name);
        return isKey ? here.key() : here.headers().getOrDefault(name, row.shownName(name));
    }
}
