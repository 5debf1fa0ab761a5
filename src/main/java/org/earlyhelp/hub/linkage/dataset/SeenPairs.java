package org.earlyhelp.hub.linkage.dataset;

/** A set of pairs of numbers from 0, without boxing. Not thread-safe. */
final class SeenPairs {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] slots;

    /** Room for at most so many pairs. */
    SeenPairs(int pairs) {
        slots = new long[Integer.highestOneBit(Math.max(8, pairs)) * 4];
    }

    /** Adds a pair; false when it is there already. */
    boolean add(int one, int other) {
        long key = ((long) one << 32 | other) + 1;
        int slot = (int) (key * SPREAD >>> 32) & slots.length - 1;
        while (slots[slot] != 0) {
            if (slots[slot] == key) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = key;
        return true;
    }
}
