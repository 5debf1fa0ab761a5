package org.earlyhelp.hub.identity.cluster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongIntTableTests {
    private static final int STEPS = 200_000;
    private final LongIntTable table = new LongIntTable();
    private final Map<Long, Integer> reference = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {300, 20_000, 1_000_000})
    void agreesWithAHashMap(int differentKeys) {
        Random random = new Random(7);
        for (int step = 0; step < STEPS; step++) {
            change(random, random.nextInt(differentKeys));
        }
        assertAgrees();
    }

    @Test
    void agreesOnKeysThatResembleEachOther() {
        for (LongUnaryOperator spread : new LongUnaryOperator[] {it -> it << 32, it -> it * 1_024, it -> -it, it -> Long.MIN_VALUE + it}) {
            Random random = new Random(8);
            for (int step = 0; step < 20_000; step++) {
                change(random, spread.applyAsLong(random.nextInt(5_000)));
            }
        }
        assertAgrees();
    }

    @Test
    void refusesValuesItCannotTellFromNone() {
        assertThatThrownBy(() -> table.put(1, LongIntTable.ABSENT)).hasMessage("a value must be 0 to 2147483646, not -1");
        assertThatThrownBy(() -> table.put(1, Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void costsLittleMoreThanWhatItHolds() {
        for (long key = 0; key < STEPS; key++) {
            table.put(key, 1);
        }
        assertThat(table.bytes() / (double) table.size()).isBetween(12.0, 17.0);
    }

    private void change(Random random, long key) {
        if (random.nextInt(3) == 0) {
            Integer removed = reference.remove(key);
            assertThat(table.remove(key)).isEqualTo(removed == null ? LongIntTable.ABSENT : removed);
        } else {
            int value = random.nextInt(Integer.MAX_VALUE);
            table.put(key, value);
            reference.put(key, value);
        }
    }

    private void assertAgrees() {
        assertThat(table.size()).isEqualTo(reference.size());
        reference.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        assertThat(table.get(Long.MAX_VALUE)).isEqualTo(LongIntTable.ABSENT);
    }
}
