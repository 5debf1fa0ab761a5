package org.earlyhelp.hub.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

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
                return item instanceof SourceItem.BadRow bad
                        ? new SourceItem.BadRow(nextRecordAt(bad.at().line()), bad.field(), bad.code(), bad.message(), bad.fix()) : item;
            }
            if (!row.source().isStated(firstStep()) && row.source().parts(firstStep()).isEmpty()) {
                return new SourceItem.BadRow(nextRecordAt(row.at().line()), each, "MISSING_FIELD",
                        "The record holds nothing under \"" + each + "\"; it is refused.", "Send it, if only as an empty list.");
            }
            parts.addAll(PartRecord.of(row.source(), each, separator));
        }
        PartRecord next = parts.remove();
        return new SourceItem.Row(next.at(nextRecordAt(next.at().line())));
    }

    private String firstStep() {
        int end = each.indexOf(separator);
        return end < 0 ? each : each.substring(0, end);
    }
}
