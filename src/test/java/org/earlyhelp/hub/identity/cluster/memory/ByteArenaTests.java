package org.earlyhelp.hub.identity.cluster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteArenaTests {
    private static final int PAGE = 1 << 16;
    private final ByteArena arena = new ByteArena();
    private final Random random = new Random(9);

    @Test
    void keepsEveryBlockAsItWas() {
        Map<Integer, byte[]> held = new LinkedHashMap<>();
        for (int step = 0; step < 50_000; step++) {
            if (random.nextInt(3) == 0 && !held.isEmpty()) {
                int oldest = held.keySet().iterator().next();
                held.remove(oldest);
                arena.free(oldest);
            } else {
                byte[] block = block(random.nextInt(300));
                held.put(arena.put(block, block.length), block);
            }
        }
        held.forEach((address, block) -> assertThat(arena.get(address)).isEqualTo(block));
    }

    @Test
    void holdsBlocksLongerThanAPage() {
        byte[] block = block(3 * PAGE + 5);
        arena.put(block, 1);
        int address = arena.put(block, block.length);

        assertThat(arena.get(address)).isEqualTo(block);
        assertThat(arena.holds(address, block, block.length)).isTrue();
        block[2 * PAGE]++;
        assertThat(arena.holds(address, block, block.length)).isFalse();
        assertThat(arena.holds(address, block, block.length - 1)).isFalse();
    }

    @Test
    void usesGivenBlocksAgain() {
        List<Integer> addresses = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < 1_000; i++) {
                addresses.add(arena.put(block(100), 100));
            }
            addresses.forEach(arena::free);
            addresses.clear();
        }
        assertThat(arena.bytes()).isLessThan(4 * PAGE);
    }

    private byte[] block(int length) {
        byte[] block = new byte[length];
        random.nextBytes(block);
        return block;
    }
}
