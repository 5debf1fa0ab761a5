package org.earlyhelp.hub.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Gives the parts of each record of another source as records of their own, counted anew. */
final class PartsSource extends AbstractSource {
    private final AbstractSource whole;
    private final String each;
    private final char separator;
    private final Deque<PartRecord> parts = new ArrayDeque<>();

    PartsSource(AbstractSource whole, String each, char separator) {
        super(whole.text);
        this.whole = whole;
        this.each = each;
        this.separator = separator;
    }

    @Override
    SourceItem advance() throws IOException {
        while (parts.isEmpty()) {
            SourceItem item = whole.advance();
            if (!(item instanceof SourceItem.Row row)) {
                return item instanceof SourceItem.BadRow bad ? bad.at(nextRecordAt(bad.at().line())) : item;
            }
            if (lacksParts(row.source())) {
                return withoutParts(nextRecordAt(row.at().line()), row.source());
            }
            parts.addAll(PartRecord.of(row.source(), each, separator));
        }
        PartRecord next = parts.remove();
        return new SourceItem.Row(next.at(nextRecordAt(next.at().line())));
    }

    @Override
    public List<SourceItem> reread(SourceLocation at, String record) {
        return whole.reread(at, record).stream().flatMap(item -> {
            if (!(item instanceof SourceItem.Row row)) {
                return Stream.of(item);
            }
            return lacksParts(row.source()) ? Stream.of(withoutParts(at, row.source()))
                    : PartRecord.of(row.source(), each, separator).stream().map(SourceItem.Row::new);
        }).toList();
    }

    private boolean lacksParts(SourceRecord record) {
        return !record.isStated(firstStep()) && record.parts(firstStep()).isEmpty();
    }

    private SourceItem withoutParts(SourceLocation at, SourceRecord record) {
        return bad(new SourceItem.BadRow(at, each, "MISSING_FIELD", "The record holds nothing under \"" + each + "\"; it is refused.",
                "Send it, if only as an empty list."), () -> whole.textOf(record));
    }

    private String firstStep() {
        int end = each.indexOf(separator);
        return end < 0 ? each : each.substring(0, end);
    }
}
