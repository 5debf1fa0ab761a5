package org.earlyhelp.hub.linkage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.earlyhelp.hub.linkage.compare.ComparisonLevel;
import org.earlyhelp.hub.linkage.compare.FieldComparison;
import org.earlyhelp.hub.linkage.compare.Form;
import org.earlyhelp.hub.linkage.compare.TextComparison;
import org.junit.jupiter.api.Test;

/** The matcher's own tables against simple ones. */
class TableTests {
    private static final long SEED = 11;

    @Test
    void keyTableFindsThePairsThatShareAKey() {
        Random random = new Random(SEED);
        int records = 300;
        int[] one = random.ints(records, 0, 40).toArray();
        int[] other = random.ints(records, 0, 6).toArray();
        int[][] several = new int[records][];
        for (int record = 0; record < records; record++) {
            several[record] = random.ints(random.nextInt(4), 1, 60).distinct().sorted().toArray();
        }
        KeyTable table = new KeyTable(records);
        table.rule(records, one, other);
        table.rule(records, several, other);
        table.ruleOfTwo(records, several);
        Set<List<Integer>> found = new HashSet<>();
        table.pairs((later, earlier) -> assertThat(found.add(List.of(later, earlier))).as("once").isTrue());
        Set<List<Integer>> expected = new HashSet<>();
        for (int later = 0; later < records; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (share(one, other, several, later, earlier)) {
                    expected.add(List.of(later, earlier));
                }
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(table.notFollowed()).isZero();
    }

    private static boolean share(int[] one, int[] other, int[][] several, int later, int earlier) {
        boolean with = other[later] == other[earlier] && other[later] != Features.NONE;
        Set<Integer> common = new HashSet<>();
        for (int mine : several[later]) {
            for (int theirs : several[earlier]) {
                if (mine == theirs) {
                    common.add(mine);
                }
            }
        }
        return with && (one[later] == one[earlier] && one[later] != Features.NONE || !common.isEmpty()) || common.size() > 1;
    }

    @Test
    void keyTableCountsWhatItDoesNotFollow() {
        KeyTable table = new KeyTable(4);
        table.rule(3, new int[] {1, 1, 1, 1}, null);
        table.rule(3, new int[] {2, 2, 2, Features.NONE}, null);
        int[] pairs = new int[1];
        table.pairs((later, earlier) -> pairs[0]++);
        assertThat(pairs[0]).isEqualTo(3);
        assertThat(table.notFollowed()).isEqualTo(4);
    }

    @Test
    void levelMemoryRemembersWhatItCompared() {
        Random random = new Random(SEED);
        Codes codes = new Codes();
        for (int i = 0; i < 400; i++) {
            codes.code("value " + (char) ('a' + i % 26) + random.nextInt(1_000_000));
        }
        int[] asked = new int[1];
        LevelMemory memory = new LevelMemory(counting(asked), codes);
        Set<List<Integer>> different = new HashSet<>();
        for (int i = 0; i < 60_000; i++) {
            int one = random.nextInt(codes.size());
            int other = random.nextInt(codes.size());
            int expected = one == other ? 0 : TextComparison.TEXT.level(codes.form(one), codes.form(other));
            assertThat(memory.level(one, other)).isEqualTo(expected);
            if (one != other) {
                different.add(List.of(Math.min(one, other), Math.max(one, other)));
            }
        }
        assertThat(asked[0]).isEqualTo(different.size());
    }

    private static FieldComparison counting(int[] asked) {
        return new FieldComparison() {
            @Override
            public List<ComparisonLevel> levels() {
                return TextComparison.TEXT.levels();
            }

            @Override
            public int level(Form one, Form other) {
                asked[0]++;
                return TextComparison.TEXT.level(one, other);
            }
        };
    }

    @Test
    void seenPairsTellsTheFirstTime() {
        Random random = new Random(SEED);
        SeenPairs seen = new SeenPairs(5_000);
        Set<List<Integer>> expected = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            int one = random.nextInt(80);
            int other = random.nextInt(80);
            assertThat(seen.add(one, other)).isEqualTo(expected.add(List.of(one, other)));
        }
    }

    @Test
    void codesNumberWhatComparesAlike() {
        Codes codes = new Codes();
        assertThat(codes.code("O'Brien")).isEqualTo(codes.code("OBRIEN")).isZero();
        assertThat(codes.code("O Brien")).isEqualTo(1);
        assertThat(codes.code("  ")).isEqualTo(Codes.NONE);
        assertThat(codes.code("?!")).isEqualTo(Codes.NONE);
        assertThat(codes.code(null)).isEqualTo(Codes.NONE);
    }
}
