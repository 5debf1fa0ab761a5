package org.earlyhelp.hub.cli.bench.alerts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** An alert that a household should have, or has; {@code rule} is the first that holds. */
record TrueAlert(String household, Raised raised) {
    /** What of it can be compared. */
    record Raised(String queue, String rule, int level, LocalDate on) {
    }

    /** Reads {@code alerts.csv} of the truth. */
    static List<TrueAlert> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(row -> new TrueAlert(row.getField("household"), new Raised(row.getField("queue"), row.getField("rule"),
                    Integer.parseInt(row.getField("level")), LocalDate.parse(row.getField("raised_on"))))).toList();
        }
    }
}
