package org.earlyhelp.hub.format;

import java.util.Optional;

/** One line of fixed columns. */
record FixedRow(SourceLocation at, SourceFormat.Fixed layout, String line) implements RowRecord {
    @Override
    public Optional<String> text(String path) {
        Span span = layout.columns().get(path);
        return span == null ? Optional.empty() : Optional.ofNullable(Texts.stripped(span.in(line)));
    }
}
