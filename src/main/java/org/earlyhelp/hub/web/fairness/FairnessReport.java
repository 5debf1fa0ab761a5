package org.earlyhelp.hub.web.fairness;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How the shipped model did for people of different names and agencies: counts of a made-up borough, written by
 * {@code ehub bench borough} and shipped beside the model. Immutable.
 */
record FairnessReport(String csv, List<Row> rows) {
    private static final String SHIPPED = "/linkage/fairness.csv";

    /** One group of pairs; {@code people} is {@code all} or {@code children}. */
    record Row(String groupedBy, String name, String people, long pairs, long missed, long falseJoins, double recall, double precision, boolean judged) {
        /** As a percentage, or why there is none. */
        public String recallText() {
            return judged ? percent(recall) : "too small to judge";
        }

        public String precisionText() {
            return judged ? percent(precision) : "too small to judge";
        }

        private static String percent(double share) {
            return String.format(Locale.UK, "%.2f%%", 100 * share);
        }
    }

    FairnessReport {
        rows = List.copyOf(rows);
    }

    /** The report of the model that this hub runs on. */
    static FairnessReport shipped() {
        try (InputStream in = FairnessReport.class.getResourceAsStream(SHIPPED)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FairnessReport of(String csv) {
        return new FairnessReport(csv, records(csv).stream().map(FairnessReport::row).toList());
    }

    /** The model measured, the day, and the size of the made-up borough. */
    String measured() {
        NamedCsvRecord first = records(csv).get(0);
        return "Model %s, measured on %s on a made-up borough of %,d households.".formatted(first.getField("model"), first.getField("measured_on"),
                Integer.parseInt(first.getField("households")));
    }

    List<Row> rows(String groupedBy, String people) {
        return rows.stream().filter(row -> row.groupedBy.equals(groupedBy) && row.people.equals(people)).toList();
    }

    private static List<NamedCsvRecord> records(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static Row row(NamedCsvRecord cells) {
        return new Row(cells.getField("grouped_by"), cells.getField("name"), cells.getField("people"), Long.parseLong(cells.getField("pairs")),
                Long.parseLong(cells.getField("missed")), Long.parseLong(cells.getField("false_joins")), Double.parseDouble(cells.getField("recall")),
                Double.parseDouble(cells.getField("precision")), cells.getField("judged").equals("yes"));
    }
}
