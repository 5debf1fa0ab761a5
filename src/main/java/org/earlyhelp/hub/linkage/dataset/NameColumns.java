package org.earlyhelp.hub.linkage.dataset;

import java.util.List;

import org.earlyhelp.hub.linkage.dataset.DataSet.Column;

/**
 * Forenames, surnames and middle names of a data set: as its columns give them, else taken from full names.
 *
 * @param middleNames null when nothing gives them
 */
record NameColumns(String[] forenames, String[] surnames, String[] middleNames) {
    static NameColumns of(DataSet data) {
        String[] full = first(data, Field.FULL_NAME);
        NameColumns parts = full == null ? new NameColumns(new String[data.records()], new String[data.records()], null) : split(full);
        String[] forenames = first(data, Field.FORENAMES);
        String[] surnames = first(data, Field.SURNAME);
        String[] middleNames = first(data, Field.MIDDLE_NAMES);
        return new NameColumns(forenames == null ? parts.forenames : forenames, surnames == null ? parts.surnames : surnames,
                middleNames == null ? parts.middleNames : middleNames);
    }

    /** The values of the first column of a field, or null. */
    static String[] first(DataSet data, Field field) {
        List<Column> columns = data.columns(field);
        return columns.isEmpty() ? null : columns.get(0).values();
    }

    private static NameColumns split(String[] full) {
        NameColumns split = new NameColumns(new String[full.length], new String[full.length], new String[full.length]);
        for (int record = 0; record < full.length; record++) {
            if (full[record] != null && !full[record].isBlank()) {
                split.put(record, full[record].strip());
            }
        }
        return split;
    }

    private void put(int record, String name) {
        int comma = name.indexOf(',');
        String[] words = (comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma)).strip().split("\\s+");
        forenames[record] = words[0];
        surnames[record] = words.length > 1 ? words[words.length - 1] : null;
        middleNames[record] = words.length > 2 ? String.join(" ", List.of(words).subList(1, words.length - 1)) : null;
    }
}
