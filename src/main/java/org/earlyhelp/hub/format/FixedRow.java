package org.earlyhelp.hub.format;

import java.util.List;
import java.util.Optional;

/** One line of fixed columns. */
record FixedRow(SourceLocation at, SourceFormat.Fixed layout, String line) implements SourceRecord {
    @Override
    public Optional<String> text(String path) {
        Span span = layout.columns().get(path);
        return span == null ? Optional.empty() : Optional.ofNullable(Texts.stripped(span.in(line)));
    }

    @Override
    public List<String> texts(String path) {
        return text(path).map(List::of).orElse(List.of());
    }

    /** A row has no parts. */
    @Override
    public List<SourceRecord> parts(String path) {
        return List.of();
    }
}
