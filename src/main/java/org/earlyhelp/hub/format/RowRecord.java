package org.earlyhelp.hub.format;

import java.util.List;

/** A record that is a row of a table: each place holds one text at most, and nothing has parts. */
interface RowRecord extends SourceRecord {
    @Override
    default List<String> texts(String path) {
        return text(path).map(List::of).orElse(List.of());
    }

    @Override
    default List<SourceRecord> parts(String path) {
        return List.of();
    }
}
