package org.earlyhelp.hub.web.measures;

import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.page.ColumnPanels;
import org.earlyhelp.hub.web.counts.CountTable;

/** A table of the localities page in words, with the chart of the same figures. */
record LocalityPart(String heading, CountTable table, ColumnPanels chart) {
    private static final String ALL = "All 12 months";

    /** The months that the reader wants to see; the last row stays that of all twelve. */
    static LocalityPart of(String heading, CountTable figures, Months months, Places places) {
        List<CountTable.Row> wanted = figures.rows().stream().filter(row -> months.shows(row.name())).toList();
        List<String> titles = figures.columns().stream().map(places::title).toList();
        List<CountTable.Row> inWords = wanted.stream().map(row -> new CountTable.Row(Months.inWords(row.name()), row.counts(), row.total())).toList();
        CountTable.Row totals = new CountTable.Row(ALL, figures.totals().counts(), figures.totals().total());
        return new LocalityPart(heading, new CountTable(titles, inWords, totals), chart(heading, titles, wanted));
    }

    private static ColumnPanels chart(String heading, List<String> titles, List<CountTable.Row> rows) {
        List<ColumnPanels.Series> series = IntStream.range(0, titles.size()).mapToObj(i ->
                new ColumnPanels.Series(titles.get(i), rows.stream().map(row -> row.counts().get(i).number()).toList())).toList();
        return ColumnPanels.of(heading + ", a panel for each locality", rows.stream().map(row -> Months.inShort(row.name())).toList(), series);
    }
}
