package org.earlyhelp.hub.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** Reads lines whose columns are known by their place. A line of another length is refused: its columns may have shifted. */
final class FixedSource extends AbstractSource {
    private final SourceFormat.Fixed layout;
    private final BufferedReader lines;
    private long line;

    FixedSource(SourceFormat.Fixed layout, StrictReader text) {
        super(text);
        this.layout = layout;
        lines = new BufferedReader(text);
    }

    @Override
    SourceItem advance() throws IOException {
        String next = nextLine();
        return next == null ? null : item(nextRecordAt(line), next);
    }

    @Override
    public List<SourceItem> reread(SourceLocation at, String record) {
        List<String> rows = record.lines().filter(row -> !row.isBlank()).toList();
        return List.of(rows.size() == 1 ? item(at, rows.get(0)) : notOne(at));
    }

    private SourceItem item(SourceLocation at, String record) {
        if (record.length() > layout.width() || record.length() < layout.width() && !layout.mayBeShort()) {
            return bad(new SourceItem.BadRow(at, "TRUNCATED_ROW", "The row has " + record.length() + " characters, the layout has " + layout.width()
                    + "; the row is refused.", "Send every column at its full width" + (layout.mayBeShort() ? "." : ", blanks at the end too.")), () -> record);
        }
        if (record.indexOf('\t') >= 0) {
            return bad(new SourceItem.BadRow(at, "CONTROL_CHARACTER", "A tab stands in the row, so that its columns cannot be told apart; the row is refused.",
                    "Send blanks in place of tabs."), () -> record);
        }
        FixedRow row = new FixedRow(at, layout, record);
        String faulty = layout.columns().keySet().stream().filter(name -> faultAt(name, record) != Texts.Fault.NONE).findFirst().orElse(null);
        return rowUnless(faulty == null ? Texts.Fault.NONE : faultAt(faulty, record), faulty, row, () -> record);
    }

    private Texts.Fault faultAt(String column, String record) {
        return Texts.faultOf(layout.columns().get(column).in(record));
    }

    private String nextLine() throws IOException {
        String next;
        do {
            next = lines.readLine();
            line++;
        } while (next != null && (line <= layout.skipLines() || next.isBlank() || layout.notRecords().stream().anyMatch(next::startsWith)));
        return next;
    }
}
