package org.earlyhelp.hub.web.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountListTests {
    private static final int LARGEST = 6;

    private static CountList list(int... counts) {
        List<String> names = IntStream.range(0, counts.length).mapToObj(String::valueOf).toList();
        return CountList.of(names, name -> counts[Integer.parseInt(name)]);
    }

    private static List<String> texts(CountList list) {
        return Stream.concat(list.counts().stream(), Stream.of(list.total())).map(Count::text).toList();
    }

    @Test
    void showsATotalOfFiveOrMore() {
        assertThat(texts(list(20, 0, 30))).containsExactly("20", "0", "30", "50");
        assertThat(texts(list(2, 20, 30, 0))).containsExactly("not shown", "not shown", "30", "0", "52");
    }

    @Test
    void partsNothingOfTooFew() {
        assertThat(texts(list(1, 1, 1, 1, 1))).containsExactly("not shown", "not shown", "not shown", "not shown", "not shown", "5");
        assertThat(texts(list(2, 0))).containsExactly("not shown", "not shown", "not shown");
        assertThat(texts(list(0, 0))).containsExactly("0", "0", "0");
    }

    @Test
    void givesSharesOnlyOfWhatIsShown() {
        CountList list = list(2, 18, 60);

        assertThat(list.of("2").shareOf(list.total())).isEqualTo("75%");
        assertThat(list.of("0").shareOf(list.total())).isEqualTo("not shown");
        assertThat(Count.alone(0).shareOf(Count.alone(0))).isEqualTo("–");
    }

    static Stream<int[]> everyListOfThree() {
        return listsUpTo(LARGEST);
    }

    private static Stream<int[]> listsUpTo(int largest) {
        return IntStream.rangeClosed(0, largest).boxed().flatMap(a -> IntStream.rangeClosed(0, largest).boxed()
                .flatMap(b -> IntStream.rangeClosed(0, largest).mapToObj(c -> new int[] {a, b, c})));
    }

    /** Every list that fits what is shown is a possible one; what is not shown is no 0, unless nothing is shown. */
    @ParameterizedTest
    @MethodSource("everyListOfThree")
    void leavesNothingToWorkOut(int[] counts) {
        List<String> seen = texts(list(counts));
        boolean none = seen.subList(0, counts.length).stream().allMatch(Count.NOT_SHOWN::equals);
        List<int[]> possible = listsUpTo(2 * LARGEST).filter(other -> fits(other, seen, none ? 0 : 1)).toList();

        assertThat(IntStream.range(0, counts.length).filter(i -> seen.get(i).equals(Count.NOT_SHOWN)))
                .allSatisfy(i -> assertThat(possible.stream().map(other -> other[i]).distinct()).as(Arrays.toString(counts)).hasSizeGreaterThan(1));
    }

    private static boolean fits(int[] list, List<String> seen, int smallest) {
        int total = IntStream.of(list).sum();
        return IntStream.range(0, list.length).allMatch(i -> seen.get(i).equals(Count.NOT_SHOWN) ? list[i] >= smallest : seen.get(i).equals(String.valueOf(list[i])))
                && (seen.get(list.length).equals(Count.NOT_SHOWN) ? Count.isSmall(total) : seen.get(list.length).equals(String.valueOf(total)));
    }
}
