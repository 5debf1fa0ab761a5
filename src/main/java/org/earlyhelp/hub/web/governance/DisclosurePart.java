package org.earlyhelp.hub.web.governance;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.page.ColumnPanels;
import org.earlyhelp.hub.page.ColumnPanels.Series;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.audit.DisclosureCounts.Count;
import org.earlyhelp.hub.sharing.audit.DisclosureCounts.Part;

/**
 * Disclosures over months, told apart by one thing: a chart and the table that says the same.
 *
 * @param names  columns of the table, those with the most first
 * @param rows   a month each, oldest first
 * @param others how many names are together in the last column; 0 for none
 */
record DisclosurePart(String heading, List<String> names, List<Row> rows, Row totals, int others, ColumnPanels chart) {
    /** More panels nobody compares; the rest is counted together. */
    static final int NAMES_LIMIT = 10;
    private static final String OTHERS = "All others";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.UK);

    /** A month or the totals; one count for each name. */
    record Row(String name, List<Long> counts, long total) {
        static Row of(String name, List<Long> counts) {
            return new Row(name, counts, counts.stream().mapToLong(Long::longValue).sum());
        }
    }

    static DisclosurePart of(String heading, Part part, List<Count> counts, List<YearMonth> months, UnaryOperator<String> words) {
        Map<String, Long> totals = new LinkedHashMap<>();
        List<Count> mine = counts.stream().filter(count -> count.part() == part).toList();
        mine.forEach(count -> totals.merge(count.name(), count.entries(), Long::sum));
        List<String> ranked = totals.keySet().stream().sorted(Comparator.comparing((String name) -> -totals.get(name)).thenComparing(name -> name)).toList();
        List<String> shown = ranked.subList(0, Math.min(NAMES_LIMIT, ranked.size()));
        int others = ranked.size() - shown.size();
        List<List<Long>> table = months.stream().map(month -> counts(month, shown, others > 0, mine)).toList();
        List<String> names = new ArrayList<>(shown.stream().map(words).toList());
        if (others > 0) {
            names.add(OTHERS);
        }
        return new DisclosurePart(heading, names, rows(months, table), Row.of("All", sums(table, names.size())), others, chart(heading, names, months, table));
    }

    private static List<Long> counts(YearMonth month, List<String> shown, boolean others, List<Count> mine) {
        List<Long> counts = new ArrayList<>(shown.stream().map(name -> sum(mine, month, name)).toList());
        if (others) {
            counts.add(mine.stream().filter(count -> count.month().equals(month) && !shown.contains(count.name())).mapToLong(Count::entries).sum());
        }
        return counts;
    }

    private static long sum(List<Count> mine, YearMonth month, String name) {
        return mine.stream().filter(count -> count.month().equals(month) && count.name().equals(name)).mapToLong(Count::entries).sum();
    }

    private static List<Row> rows(List<YearMonth> months, List<List<Long>> table) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            rows.add(Row.of(PlainTime.month(months.get(i)), table.get(i)));
        }
        return rows;
    }

    private static List<Long> sums(List<List<Long>> table, int columns) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            sums.add(table.stream().mapToLong(row -> row.get(column)).sum());
        }
        return sums;
    }

    private static ColumnPanels chart(String heading, List<String> names, List<YearMonth> months, List<List<Long>> table) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            series.add(new Series(names.get(i), table.stream().map(row -> OptionalLong.of(row.get(column))).toList()));
        }
        return ColumnPanels.of(heading + ", by month", months.stream().map(SHORT::format).toList(), series);
    }
}
