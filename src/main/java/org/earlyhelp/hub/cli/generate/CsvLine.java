package org.earlyhelp.hub.cli.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;

/** Cells as one line of CSV, quoted where needed. Null is an empty cell. */
final class CsvLine {
    private static final CsvWriter.CsvWriterBuilder FORMAT = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0);

    private CsvLine() {
    }

    /** With a line end. */
    static String of(String... cells) {
        StringWriter line = new StringWriter();
        FORMAT.build(line).writeRecord(cells);
        return line.toString();
    }

    /** Without a line end, to be continued by a comma. */
    static String start(String... cells) {
        String line = of(cells);
        return line.substring(0, line.length() - 1);
    }
}
