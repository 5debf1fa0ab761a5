package org.earlyhelp.hub.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.WideRow.WideKey;

/** Reads character-separated lines with FastCSV. */
final class CsvSource extends AbstractSource {
    private static final String CLOSE_QUOTES = "Write a quotation mark inside a quoted text twice, and close the text with one.";
    private final SourceFormat.Csv layout;
    private final CsvFields fields = new CsvFields();
    private final Iterator<CsvFields> lines;
    private Map<String, Integer> columns;
    private List<String> header;
    private Map<String, String> sentNames;
    private List<WideKey> keys;
    private final Deque<SourceItem> ofThisRow = new ArrayDeque<>();

    CsvSource(SourceFormat.Csv layout, StrictReader text) {
        super(text);
        this.layout = layout;
        lines = lines(layout.delimiter()).build(fields, text).iterator();
    }

    private static CsvReader.CsvReaderBuilder lines(char delimiter) {
        return CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false).detectBomHeader(false).maxBufferSize(SourceLimits.RECORD_LIMIT_CHARACTERS);
    }

    @Override
    SourceItem advance() throws IOException {
        try {
            if (columns == null) {
                readHeader();
            }
            if (layout.wide() != null) {
                return nextOfRow();
            }
            return lines.hasNext() ? next(lines.next()) : null;
        } catch (CsvParseException e) {
            if (text.stop() != null || text.failure() != null) {
                throw e;
            }
            return columns == null ? badHeader() : unclosedQuote();
        }
    }

    /** Reads no further than the header, to find out whether it is one. */
    void readHeader() throws IOException {
        CsvFields first = lines.hasNext() ? lines.next() : null;
        if (first != null && first.count() > SourceLimits.COLUMN_LIMIT) {
            throw new SourceStopped(new SourceItem.Stop(new SourceLocation(first.line(), 0), "LIMIT_EXCEEDED",
                    "The header has more than " + SourceLimits.COLUMN_LIMIT + " columns.", "Send the columns of the layout only.", true));
        }
        header = first == null ? List.of() : Arrays.stream(first.values(), 0, first.count()).map(CsvHeader::printable).toList();
        CsvHeader found = new CsvHeader(layout, header, first == null ? 1 : first.line());
        columns = found.columns();
        sentNames = found.sentNames();
        keys = found.wideKeys();
        fields.expect(header.size(), manner().keepsSentTexts());
    }

    /** The header as sent, whether the layout takes it or not, without blank names and without the columns of a wide layout. */
    List<String> sentHeader() throws IOException {
        try {
            readHeader();
        } catch (SourceStopped e) {
            // What is wrong with it is told by whoever reads the file; its names are still its names.
            header = header == null ? List.of() : header;
        }
        return header.stream().filter(name -> name != null && !isKeyed(name)).toList();
    }

    private boolean isKeyed(String name) {
        return layout.wide() != null && layout.wide().columns().stream().anyMatch(column -> column.keyIn(name) != null);
    }

    @Override
    public List<SourceItem> reread(SourceLocation at, String record) {
        CsvFields only = new CsvFields();
        only.expect(header.size(), manner().keepsSentTexts());
        try {
            Iterator<CsvFields> read = lines(layout.delimiter()).build(only, record).iterator();
            if (!read.hasNext()) {
                return List.of(notOne(at));
            }
            List<SourceItem> items = items(at, read.next());
            return read.hasNext() ? List.of(bad(notOne(at), () -> record)) : items;
        } catch (CsvParseException | UncheckedIOException e) {
            return List.of(bad(new SourceItem.BadRow(at, "UNCLOSED_QUOTE", "A quoted text in the row is not closed where it should be; the row is refused.", CLOSE_QUOTES), () -> record));
        }
    }

    /** What the line is at that place: of a wide layout it may be several records, or none. */
    private List<SourceItem> items(SourceLocation at, CsvFields line) {
        return layout.wide() == null || !isWhole(line) ? List.of(next(at, line))
                : keys.stream().filter(key -> !key.isBlankIn(line.values())).map(key -> wide(at, line, key)).toList();
    }

    private SourceItem next(CsvFields line) {
        return next(nextRecordAt(line.line()), line);
    }

    private SourceItem next(SourceLocation at, CsvFields line) {
        if (line.count() != header.size()) {
            return bad(new SourceItem.BadRow(at, "TRUNCATED_ROW", "The row has " + line.count() + " fields, the header has " + header.size()
                    + "; the row is refused.", "Send every column, and put text that holds the separator in double quotes."), () -> line.written(layout.delimiter()));
        }
        String sent = line.fault() == Texts.Fault.NONE ? null : header.get(line.faultyColumn());
        return rowUnless(line.fault(), isOfLayout(sent) ? sent : null, new CsvRow(at, columns, sentNames, line.values()), () -> line.written(layout.delimiter()));
    }

    private boolean isWhole(CsvFields line) {
        return line.count() == header.size() && (line.fault() == Texts.Fault.NONE || manner().keepsFaultyTexts());
    }

    private SourceItem wide(SourceLocation at, CsvFields line, WideKey key) {
        return new SourceItem.Row(new WideRow(new CsvRow(at, columns, sentNames, line.values()), layout.wide(), key));
    }

    private boolean isOfLayout(String header) {
        return header != null && (columns.containsKey(header) || sentNames.containsValue(header));
    }

    /** The next record of a wide layout, of which a row has one for each key with a cell that is not blank. */
    private SourceItem nextOfRow() {
        while (ofThisRow.isEmpty() && lines.hasNext()) {
            CsvFields line = lines.next();
            if (!isWhole(line)) {
                return next(line);
            }
            keys.stream().filter(key -> !key.isBlankIn(line.values())).forEach(key -> ofThisRow.add(wide(nextRecordAt(line.line()), line, key)));
        }
        return ofThisRow.poll();
    }

    private SourceItem unclosedQuote() {
        return new SourceItem.Stop(nextRecordAt(fields.line()), "UNCLOSED_QUOTE",
                "A quoted text that begins in this row is not closed where it should be; this row and all after it were not read.",
                CLOSE_QUOTES, false);
    }

    private SourceItem badHeader() {
        return new SourceItem.Stop(new SourceLocation(1, 0), "BAD_HEADER", "The header cannot be read: a quotation mark is not closed.",
                "The first line must name the columns: " + String.join(", ", layout.required()) + ".", true);
    }
}
