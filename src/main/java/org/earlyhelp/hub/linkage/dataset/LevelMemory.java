package org.earlyhelp.hub.linkage.dataset;

import org.earlyhelp.hub.linkage.compare.FieldComparison;

/** Compares values of a column by number, each two values once. Not thread-safe. */
final class LevelMemory {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int START_SLOTS = 1 << 12;

    private final FieldComparison comparison;
    private final Codes codes;
    /** A level needs so many bits, a number of a value what is left of half. */
    private static final int LEVEL_BITS = 5;
    private static final int LEVEL_MASK = (1 << LEVEL_BITS) - 1;
    private static final int CODE_BITS = (63 - LEVEL_BITS) / 2;

    /** Both numbers and, in the lowest bits, the level; 0 is free. One look into memory finds all three. */
    private long[] entries = new long[START_SLOTS];
    private int size;

    LevelMemory(FieldComparison comparison, Codes codes) {
        this.comparison = comparison;
        this.codes = codes;
    }

    /** The level of two stated values. */
    int level(int one, int other) {
        if (one == other) {
            return 0;
        }
        long key = (long) Math.min(one, other) << CODE_BITS | Math.max(one, other);
        long entry = entries[slot(entries, key)];
        return entry == 0 ? remember(key, one, other) : (int) entry & LEVEL_MASK;
    }

    private int remember(long key, int one, int other) {
        if (++size * 2 > entries.length) {
            grow();
        }
        int level = comparison.level(codes.form(one), codes.form(other));
        entries[slot(entries, key)] = key << LEVEL_BITS | level;
        return level;
    }

    private void grow() {
        long[] wider = new long[entries.length * 4];
        for (long entry : entries) {
            if (entry != 0) {
                wider[slot(wider, entry >>> LEVEL_BITS)] = entry;
            }
        }
        entries = wider;
    }

    private static int slot(long[] in, long key) {
        int slot = (int) (key * SPREAD >>> 32) & in.length - 1;
        while (in[slot] != 0 && in[slot] >>> LEVEL_BITS != key) {
            slot = slot + 1 & in.length - 1;
        }
        return slot;
    }
}
