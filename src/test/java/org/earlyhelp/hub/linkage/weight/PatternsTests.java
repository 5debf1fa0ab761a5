package org.earlyhelp.hub.linkage.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternsTests {
    private static final long SEED = 3;

    @Test
    void countsEachPatternOnceInTheOrderSeen() {
        Random random = new Random(SEED);
        int[] sizes = {12, 12, 100, 4};
        Patterns patterns = new Patterns(sizes);
        List<List<Integer>> order = new ArrayList<>();
        Map<List<Integer>, Integer> counts = new HashMap<>();
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            int[] pair = {random.nextInt(12), random.nextInt(3), random.nextInt(100), random.nextInt(4)};
            List<Integer> key = List.of(pair[0], pair[1], pair[2], pair[3]);
            if (counts.merge(key, 1, Integer::sum) == 1) {
                numbers.put(key, order.size());
                order.add(key);
            }
            assertThat(patterns.add(pair)).isEqualTo(numbers.get(key));
        }
        assertThat(patterns.size()).isEqualTo(order.size()).isGreaterThan(1 << 12);
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            assertThat(patterns.levels(pattern)).containsExactly(order.get(pattern).stream().mapToInt(it -> it).toArray());
            assertThat(patterns.count(pattern)).isEqualTo(counts.get(order.get(pattern)));
        }
    }

    @Test
    void weightIsTheLogarithmOfTheOdds() {
        assertThat(MatchWeight.ofProbability(0.5)).isZero();
        assertThat(MatchWeight.ofOdds(8)).isCloseTo(3, within(1e-12));
        assertThat(MatchWeight.probability(3)).isCloseTo(8.0 / 9, within(1e-12));
        assertThat(MatchWeight.probability(MatchWeight.ofProbability(0.9))).isCloseTo(0.9, within(1e-12));
    }
}
