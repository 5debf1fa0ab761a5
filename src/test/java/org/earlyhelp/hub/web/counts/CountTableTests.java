package org.earlyhelp.hub.web.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountTableTests {
    private static final long SEED = 20261123;

    private static CountTable table(long[]... rows) {
        return CountTable.of(names("r", rows.length), names("c", rows[0].length),
                (row, column) -> rows[Integer.parseInt(row.substring(1))][Integer.parseInt(column.substring(1))]);
    }

    private static List<String> names(String prefix, int size) {
        return IntStream.range(0, size).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> texts(CountTable.Row row) {
        return Stream.concat(row.counts().stream(), Stream.of(row.total())).map(Count::text).toList();
    }

    @Test
    void showsZeroAndLargeCountsWithTotals() {
        CountTable table = table(new long[] {1200, 0}, new long[] {5, 7});

        assertThat(table.rows()).extracting(CountTableTests::texts).containsExactly(List.of("1,200", "0", "1,200"), List.of("5", "7", "12"));
        assertThat(texts(table.totals())).containsExactly("1,205", "7", "1,212");
    }

    @Test
    void coversASmallCountInBothDirections() {
        CountTable table = table(new long[] {3, 20, 30}, new long[] {40, 50, 60}, new long[] {70, 80, 90});

        assertThat(texts(table.rows().get(0))).filteredOn(Count.NOT_SHOWN::equals).hasSizeGreaterThanOrEqualTo(2);
        assertThat(table.rows().get(0).counts().get(0).isShown()).isFalse();
        assertThat(Stream.concat(table.rows().stream().map(row -> row.counts().get(0)), Stream.of(table.totals().counts().get(0))))
                .filteredOn(count -> !count.isShown()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void concealsNoMoreThanItMust() {
        CountTable table = table(new long[] {3, 20, 6}, new long[] {0, 0, 0});

        assertThat(table.rows()).extracting(CountTableTests::texts).containsExactly(List.of("not shown", "20", "not shown", "29"), List.of("0", "0", "0", "0"));
        assertThat(texts(table.totals())).containsExactly("not shown", "20", "not shown", "29");
    }

    @Test
    void concealsAnOnlyCountWithItsTotals() {
        assertThat(texts(table(new long[] {2}).totals())).containsExactly(Count.NOT_SHOWN, Count.NOT_SHOWN);
    }

    @Test
    void concealsMoreWhereTheSmallestPossibleGivesItAway() {
        CountTable table = table(new long[] {1, 1, 7}, new long[] {8, 8, 8});

        assertThat(Attacker.tablesThatFit(table).stream().map(cells -> cells.get(0)).distinct()).hasSizeGreaterThan(1);
    }

    static Stream<CountTable> smallTables() {
        Random random = new Random(SEED);
        return Stream.generate(() -> table(random.longs(2, 0, 8).toArray(), random.longs(2, 0, 8).toArray(), random.longs(2, 0, 8).toArray())).limit(300);
    }

    @ParameterizedTest
    @MethodSource("smallTables")
    void leavesNoConcealedCountToBeWorkedOut(CountTable shown) {
        List<List<Long>> fitting = Attacker.tablesThatFit(shown);

        assertThat(IntStream.range(0, 6).filter(i -> !shown.rows().get(i / 2).counts().get(i % 2).isShown()))
                .allSatisfy(i -> assertThat(fitting.stream().map(cells -> cells.get(i)).distinct()).as("cell %d of %s", i, shown).hasSizeGreaterThan(1));
    }

    static Stream<long[][]> largeTables() {
        Random random = new Random(SEED);
        return Stream.generate(() -> IntStream.range(0, 12).mapToObj(i -> random.longs(7, 0, 14).toArray()).toArray(long[][]::new)).limit(50);
    }

    @ParameterizedTest
    @MethodSource("largeTables")
    void showsNoCountOfOneToFourAnywhere(long[][] counts) {
        CountTable table = table(counts);
        Stream<CountTable.Row> rows = Stream.concat(table.rows().stream(), Stream.of(table.totals()));

        assertThat(rows.flatMap(row -> Stream.concat(row.counts().stream(), Stream.of(row.total()))).flatMapToLong(count -> count.number().stream()))
                .noneMatch(Count::isSmall);
    }

    @ParameterizedTest
    @MethodSource("largeTables")
    void leavesNoLineWithOneConcealedCount(long[][] counts) {
        CountTable table = table(counts);
        List<CountTable.Row> rows = Stream.concat(table.rows().stream(), Stream.of(table.totals())).toList();

        assertThat(rows).allSatisfy(row -> assertThat(Stream.concat(row.counts().stream(), Stream.of(row.total())).filter(count -> !count.isShown()).count()).isNotEqualTo(1));
        assertThat(IntStream.range(0, table.columns().size())).allSatisfy(column ->
                assertThat(rows.stream().filter(row -> !row.counts().get(column).isShown()).count()).isNotEqualTo(1));
    }
}
