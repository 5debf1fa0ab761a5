package org.earlyhelp.hub.linkage.weight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The different combinations of levels that pairs showed, each once, with how many pairs showed it. Millions of pairs
 * show a few thousand, so that learning costs by pattern and not by pair. Not thread-safe.
 */
public final class Patterns {
    private static final int START_SLOTS = 1 << 12;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int[] sizes;
    private final List<int[]> levels = new ArrayList<>();
    private int[] counts = new int[START_SLOTS];
    private long[] keys = new long[START_SLOTS];
    private int[] numbers = new int[START_SLOTS];

    /** Patterns of comparisons with so many levels each. */
    public Patterns(int[] sizes) {
        this.sizes = sizes.clone();
    }

    /** Counts a pair; returns the number of its pattern. */
    public int add(int[] pair) {
        long key = 1;
        for (int k = 0; k < sizes.length; k++) {
            key = key * sizes[k] + pair[k];
        }
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            slot = remember(key, pair);
        }
        counts[numbers[slot]]++;
        return numbers[slot];
    }

    private int remember(long key, int[] pair) {
        if (levels.size() * 2 >= keys.length) {
            grow();
        }
        int slot = slot(keys, key);
        keys[slot] = key;
        numbers[slot] = levels.size();
        levels.add(pair.clone());
        if (counts.length < levels.size()) {
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        return slot;
    }

    /** The number of patterns. */
    public int size() {
        return levels.size();
    }

    /** The levels of a pattern; not to be changed. */
    public int[] levels(int pattern) {
        return levels.get(pattern);
    }

    /** How many pairs showed a pattern. */
    public int count(int pattern) {
        return counts[pattern];
    }

    private void grow() {
        long[] wider = new long[keys.length * 2];
        int[] renumbered = new int[wider.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(wider, keys[i]);
                wider[slot] = keys[i];
                renumbered[slot] = numbers[i];
            }
        }
        keys = wider;
        numbers = renumbered;
    }

    private static int slot(long[] in, long key) {
        int slot = (int) (key * SPREAD >>> 32) & in.length - 1;
        while (in[slot] != 0 && in[slot] != key) {
            slot = slot + 1 & in.length - 1;
        }
        return slot;
    }
}
