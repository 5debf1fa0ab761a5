package org.earlyhelp.hub.identity.cluster.memory;

/** A part of a {@link LongIntTable}: linear probing, removal by moving later entries back (Knuth, volume 3, 6.4, algorithm R). */
final class TableSegment {
    private static final int FIRST_CAPACITY = 4;
    private static final double FULLEST = 0.85;
    private static final int GROWTH_EIGHTHS = 9;
    private static final long LOW_HALF = 0xffff_ffffL;
    private long[] keys = new long[FIRST_CAPACITY];
    /** One more than the value; 0 where the place is free. */
    private int[] values = new int[FIRST_CAPACITY];
    private int size;

    int get(long key) {
        return values[place(key)] - 1;
    }

    /** Whether the key is new. */
    boolean put(long key, int value) {
        int at = place(key);
        boolean fresh = values[at] == 0;
        if (fresh && size + 1 > values.length * FULLEST) {
            grow();
            at = place(key);
        }
        keys[at] = key;
        values[at] = value + 1;
        size += fresh ? 1 : 0;
        return fresh;
    }

    int remove(long key) {
        int at = place(key);
        int value = values[at] - 1;
        if (value >= 0) {
            close(at);
            size--;
        }
        return value;
    }

    long bytes() {
        return (long) values.length * (Long.BYTES + Integer.BYTES);
    }

    /** Where the key stands, or the free place where it would. */
    private int place(long key) {
        int at = home(key);
        while (values[at] != 0 && keys[at] != key) {
            at = next(at);
        }
        return at;
    }

    /** Leaves no gap that would hide an entry behind it. */
    private void close(int gap) {
        int open = gap;
        for (int at = next(open); values[at] != 0; at = next(at)) {
            if (distance(home(keys[at]), at) >= distance(open, at)) {
                keys[open] = keys[at];
                values[open] = values[at];
                open = at;
            }
        }
        values[open] = 0;
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + values.length;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        int capacity = Math.max(values.length + FIRST_CAPACITY, (int) ((long) values.length * GROWTH_EIGHTHS / 8));
        keys = new long[capacity];
        values = new int[capacity];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    /** The high byte of the mixed key chose the segment; its low half chooses the place, by multiplication as capacities are any number. */
    private int home(long key) {
        return (int) ((Mix.of(key) & LOW_HALF) * values.length >>> Integer.SIZE);
    }

    private int next(int at) {
        return at + 1 == values.length ? 0 : at + 1;
    }
}
