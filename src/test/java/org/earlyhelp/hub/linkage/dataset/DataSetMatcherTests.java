package org.earlyhelp.hub.linkage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The matcher as a whole, on made-up people whose truth is known. */
class DataSetMatcherTests {
    private static final long SEED = 7;
    private static final double THRESHOLD = DataSetMatcher.DEFAULT_THRESHOLD;

    @Test
    void findsMadeUpPeople() {
        MadeUpPeople people = MadeUpPeople.of(400, SEED);
        assertThat(f1(people, DataSetMatcher.match(people.data(), THRESHOLD), people.size())).as("F1, seed %d", SEED).isGreaterThan(0.97);
    }

    @Test
    void givesTheSameResultTwice() {
        MadeUpPeople people = MadeUpPeople.of(150, SEED);
        assertThat(pairs(DataSetMatcher.match(people.data(), THRESHOLD))).isNotEmpty().isEqualTo(pairs(DataSetMatcher.match(people.data(), THRESHOLD)));
    }

    @Test
    void doesNotMindTheOrderOfRecords() {
        MadeUpPeople people = MadeUpPeople.of(300, SEED);
        MadeUpPeople shuffled = people.shuffled(SEED + 1);
        assertThat(clusters(people)).isEqualTo(clusters(shuffled));
    }

    @Test
    void linksTwoFilesAcrossOnly() {
        MadeUpPeople people = MadeUpPeople.of(300, SEED).shuffled(SEED);
        int left = people.size() / 2;
        Matched matched = DataSetMatcher.match(people.linking(left), THRESHOLD);
        int[] found = new int[2];
        matched.forEachPair(THRESHOLD, (earlier, later, weight) -> {
            assertThat(earlier < left && later >= left).isTrue();
            found[people.isOnePerson(earlier, later) ? 1 : 0]++;
        });
        assertThat(found[1]).isGreaterThan(100);
        assertThat(found[0]).isLessThan(found[1] / 20);
    }

    @Test
    void keepsSiblingsApart() {
        MadeUpPeople families = MadeUpPeople.inHouseholds(120, SEED);
        Matched matched = DataSetMatcher.match(families.data(), THRESHOLD);
        assertThat(f1(families, matched, families.size())).as("F1, seed %d", SEED).isGreaterThan(0.95);
        int[] wrong = new int[1];
        matched.forEachPair(THRESHOLD, (earlier, later, weight) -> wrong[0] += families.isOnePerson(earlier, later) ? 0 : 1);
        assertThat(wrong[0]).isLessThanOrEqualTo(5);
    }

    @Test
    void keepsTwinsApart() {
        MadeUpPeople families = MadeUpPeople.inHouseholds(120, SEED).add("Amira", "Wyldangor", "2019-04-02", "7 Zedka street", "ZZ99 1AB", "F")
                .add("Jonas", "Wyldangor", "2019-04-02", "7 Zedka street", "ZZ99 1AB", "M");
        Matched matched = DataSetMatcher.match(families.data(), THRESHOLD);
        int last = families.size() - 1;
        assertThat(matched.cluster(last)).isEqualTo(matched.cluster(last - 1)).isNotEqualTo(matched.cluster(last - 2));
        assertThat(matched.cluster(last - 2)).isEqualTo(matched.cluster(last - 3));
    }

    @Test
    void followsNoKeyThatTooManyBear() {
        int records = 1_000;
        List<DataSet.Column> columns = List.of(same(Field.FORENAMES, "Ann", records), same(Field.SURNAME, "Gordan", records), same(Field.DATE_OF_BIRTH, "2019-04-02", records));
        Matched matched = DataSetMatcher.match(DataSet.of(records, columns), THRESHOLD);
        assertThat(matched.candidatePairs()).isZero();
        assertThat(matched.keysNotFollowed()).isGreaterThanOrEqualTo(records);
    }

    @Test
    void followsAKeyUpToItsLimit() {
        int records = BlockingKeys.PAIR_KEY_RECORDS;
        List<DataSet.Column> columns = List.of(same(Field.FORENAMES, "Ann", records), same(Field.SURNAME, "Gordan", records));
        assertThat(DataSetMatcher.match(DataSet.of(records, columns), THRESHOLD).candidatePairs()).isEqualTo(records * (records - 1) / 2);
    }

    @Test
    void takesOneRecordAndOddNames() {
        String[] odd = {"👶🏽", "", "?!", "شيماء", "x".repeat(300), "'", "\uD83D"};
        assertThat(DataSetMatcher.match(DataSet.of(1, List.of(same(Field.SURNAME, "Gordan", 1))), THRESHOLD).cluster(0)).isZero();
        Matched matched = DataSetMatcher.match(DataSet.of(odd.length, List.of(new DataSet.Column(Field.FULL_NAME, "name", odd),
                new DataSet.Column(Field.DATE_OF_BIRTH, "born", odd), new DataSet.Column(Field.POSTCODE, "postcode", odd), new DataSet.Column(Field.SEX, "sex", odd))), THRESHOLD);
        assertThat(IntStream.range(0, odd.length).map(matched::cluster).distinct()).hasSize(odd.length);
    }

    @Test
    void explainsWithoutValues() {
        MadeUpPeople people = MadeUpPeople.of(100, SEED).add("Amira", "Wyldangor", "2019-04-02", "7 Zedka street", "ZZ99 1AB", "F");
        List<Matched.Line> lines = DataSetMatcher.match(people.data(), THRESHOLD).explain(people.size() - 1, people.size() - 2);
        assertThat(lines).extracting(Matched.Line::field).containsExactly("before comparing", "forename", "surname", "address", "dateOfBirth", "sex");
        assertThat(lines).extracting(Matched.Line::level).startsWith("", "EXACT", "EXACT", "EXACT/EXACT/NOT_STATED", "EXACT", "EXACT");
        assertThat(lines.toString()).doesNotContain("Amira", "Wyld", "Zedka", "2019", "ZZ99");
    }

    private static DataSet.Column same(Field field, String value, int records) {
        String[] values = new String[records];
        Arrays.fill(values, value);
        return new DataSet.Column(field, field.key(), values);
    }

    private static double f1(MadeUpPeople people, Matched matched, int records) {
        int right = 0;
        int found = 0;
        int all = 0;
        for (int later = 0; later < records; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                boolean truth = people.isOnePerson(earlier, later);
                boolean said = matched.cluster(earlier) == matched.cluster(later);
                right += truth && said ? 1 : 0;
                found += said ? 1 : 0;
                all += truth ? 1 : 0;
            }
        }
        return 2.0 * right / (found + all);
    }

    private static Set<Set<Object>> clusters(MadeUpPeople people) {
        Matched matched = DataSetMatcher.match(people.data(), THRESHOLD);
        Map<Integer, Set<Object>> members = new HashMap<>();
        IntStream.range(0, people.size()).forEach(record -> members.computeIfAbsent(matched.cluster(record), key -> new HashSet<>()).add(people.row(record)));
        return members.values().stream().collect(Collectors.toSet());
    }

    private static Map<String, Double> pairs(Matched matched) {
        Map<String, Double> pairs = new HashMap<>();
        matched.forEachPair(0.01, (earlier, later, weight) -> pairs.put(earlier + " " + later, weight));
        return pairs;
    }
}
