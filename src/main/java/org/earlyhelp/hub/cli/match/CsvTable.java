package org.earlyhelp.hub.cli.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.format.SourceFormats;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.kernel.ConfigFault;

/**
 * The rows of a CSV file in UTF-8 under a header line, read with the limits of the format room
 * ({@link org.earlyhelp.hub.format.SourceLimits}). Not thread-safe.
 */
final class CsvTable {
    /** A file of more records is refused. */
    static final int RECORD_LIMIT = 1_000_000;

    private final Path path;
    private final List<SourceRecord> rows = new ArrayList<>();
    private final List<ConfigFault> leftOut = new ArrayList<>();
    private final List<ConfigFault> faults = new ArrayList<>();

    private CsvTable(Path path) {
        this.path = path;
    }

    /** Reads a file that has these columns and perhaps more; never throws for what it holds. */
    static CsvTable read(Path path, List<String> headers) {
        CsvTable table = new CsvTable(path);
        try (InputStream in = Files.newInputStream(path);
                SourceReader items = SourceFormats.open(new SourceFormat.Csv(StandardCharsets.UTF_8, ',', headers, List.of()), in)) {
            items.forEachRemaining(table::take);
            if (table.rows.isEmpty() && table.faults.isEmpty()) {
                table.fault(0, "no record can be read; expected a header line and at least one record below it. Nothing was matched.");
            }
        } catch (IOException | UncheckedIOException e) {
            table.fault(0, "cannot be read (" + e.getClass().getSimpleName() + "). Nothing was matched.");
        }
        return table;
    }

    private void take(SourceItem item) {
        if (item instanceof SourceItem.Row row && rows.size() < RECORD_LIMIT) {
            rows.add(row.source());
        } else if (item instanceof SourceItem.BadRow bad) {
            leftOut.add(ConfigFault.of(path, (int) bad.at().line(), bad.message()));
        } else if (item instanceof SourceItem.Stop stop) {
            fault((int) stop.at().line(), stop.message() + " " + stop.fix());
        } else if (faults.isEmpty()) {
            fault((int) item.at().line(), "more than " + RECORD_LIMIT + " records; expected at most so many. Nothing was matched.");
        }
    }

    private void fault(int line, String reason) {
        faults.add(ConfigFault.of(path, line, reason));
    }

    Path path() {
        return path;
    }

    List<SourceRecord> rows() {
        return rows;
    }

    /** Rows that cannot be read; the others can. */
    List<ConfigFault> leftOut() {
        return leftOut;
    }

    /** Why nothing of the file can be used; empty when it can. */
    List<ConfigFault> faults() {
        return faults;
    }
}
