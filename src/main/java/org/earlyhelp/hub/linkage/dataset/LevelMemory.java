package org.earlyhelp.hub.linkage.dataset;

import org.earlyhelp.hub.linkage.compare.FieldComparison;

/** Compares values of a column by number, each two values once. Not thread-safe. */
final class LevelMemory {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int START_SLOTS = 1 << 12;

    private final FieldComparison comparison;
    private final Codes codes;
    private long[] keys = new long[START_SLOTS];
    private byte[] levels = new byte[START_SLOTS];
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
        long key = ((long) Math.min(one, other) << 32 | Math.max(one, other)) + 1;
        int slot = slot(keys, key);
        return keys[slot] == key ? levels[slot] : remember(key, one, other);
    }

    private int remember(long key, int one, int other) {
        if (++size * 2 > keys.length) {
            grow();
        }
        int slot = slot(keys, key);
        keys[slot] = key;
        levels[slot] = (byte) comparison.level(codes.form(one), codes.form(other));
        return levels[slot];
    }

    private void grow() {
        long[] wider = new long[keys.length * 4];
        byte[] moved = new byte[wider.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(wider, keys[i]);
                wider[slot] = keys[i];
                moved[slot] = levels[i];
            }
        }
        keys = wider;
        levels = moved;
    }

    private static int slot(long[] in, long key) {
        int slot = (int) (key * SPREAD >>> 32) & in.length - 1;
        while (in[slot] != 0 && in[slot] != key) {
            slot = slot + 1 & in.length - 1;
        }
        return slot;
    }
}
