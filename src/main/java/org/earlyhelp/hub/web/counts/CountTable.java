package org.earlyhelp.hub.web.counts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;

/**
 * A two-way table with totals, as it may be shown. What is concealed depends on all of its rows: to show fewer, take rows
 * out of the finished table and leave its totals as they are.
 */
public record CountTable(List<String> columns, List<Row> rows, Row totals) {
    private static final String ALL = "All";

    /** A line of the table. */
    public record Row(String name, List<Count> counts, Count total) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    public CountTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table of what {@code counter} says of each row and column. */
    public static CountTable of(List<String> rows, List<String> columns, ToLongBiFunction<String, String> counter) {
        long[][] counts = new long[rows.size() + 1][columns.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                add(counts, i, j, counter.applyAsLong(rows.get(i), columns.get(j)));
            }
        }
        List<Count> shown = shown(counts);
        List<Row> lines = IntStream.rangeClosed(0, rows.size())
                .mapToObj(i -> row(i < rows.size() ? rows.get(i) : ALL, shown.subList(i * counts[i].length, (i + 1) * counts[i].length))).toList();
        return new CountTable(columns, lines.subList(0, rows.size()), lines.get(rows.size()));
    }

    private static void add(long[][] counts, int row, int column, long count) {
        int lastRow = counts.length - 1;
        int lastColumn = counts[row].length - 1;
        counts[row][column] += count;
        counts[row][lastColumn] += count;
        counts[lastRow][column] += count;
        counts[lastRow][lastColumn] += count;
    }

    private static List<Count> shown(long[][] counts) {
        List<Concealment.Entry> entries = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                boolean totalOfOneLine = (i == counts.length - 1) != (j == counts[i].length - 1);
                entries.add(new Concealment.Entry(i, counts.length + j, counts[i][j], !totalOfOneLine, false));
            }
        }
        BitSet hidden = Concealment.of(entries);
        return IntStream.range(0, entries.size()).mapToObj(i -> Count.of(entries.get(i).count(), hidden.get(i))).toList();
    }

    private static Row row(String name, List<Count> counts) {
        return new Row(name, counts.subList(0, counts.size() - 1), counts.get(counts.size() - 1));
    }
}
