package org.earlyhelp.hub.cli.match;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.linkage.dataset.Field;

/**
 * What a columns file takes for one column of the data set.
 *
 * @param headers the file's columns, joined by a space when there are several
 * @param date    how a date is written; null when it is no date, or is written year first
 */
record ChosenColumn(Field field, List<String> headers, BirthPattern date) {
    ChosenColumn {
        headers = List.copyOf(headers);
    }

    /** How to name it to a person. */
    String name() {
        return String.join(" ", headers);
    }

    /** The value of a record, or null when it is not stated. */
    String value(SourceRecord record) {
        String text = headers.stream().map(record::text).flatMap(Optional::stream).collect(Collectors.joining(" "));
        return text.isEmpty() ? null : date == null ? text : date.yearFirst(text);
    }
}
