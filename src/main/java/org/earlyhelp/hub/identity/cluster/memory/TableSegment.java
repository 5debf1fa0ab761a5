package org.earlyhelp.hub.identity.cluster.memory;

/** A part of a {@link LongIntTable}: linear probing, removal by moving later entries back (Knuth, volume 3, 6.4, algorithm R). */
final class TableSegment {
    /** A segment starts with 32 to 40 places and grows by a quarter: those begun at different sizes grow at different times. */
    private static final int LEAST_CAPACITY = 32;
    private static final int GROWTH_FOURTHS = 5;
    private static final double FULLEST = 0.85;
    private static final long LOW_HALF = 0xffff_ffffL;
    /** Ints an entry: both halves of the key and one more than the value, 0 where the place is free. Side by side, so that a look costs one line of cache. */
    private static final int CELLS = 3;
    private static final int VALUE = 2;
    private int[] cells;
    private int capacity;
    private int size;

    /** {@code share} from 0 to below 1: how far between two sizes to start. */
    TableSegment(double share) {
        capacity = (int) (LEAST_CAPACITY * Math.pow(GROWTH_FOURTHS / 4.0, share));
        cells = new int[capacity * CELLS];
    }

    int get(long key) {
        return cells[place(key) + VALUE] - 1;
    }

    /** Whether the key is new. */
    boolean put(long key, int value) {
        int at = place(key);
        boolean fresh = cells[at + VALUE] == 0;
        if (fresh && size + 1 > capacity * FULLEST) {
            grow();
            at = place(key);
        }
        set(at, key, value + 1);
        size += fresh ? 1 : 0;
        return fresh;
    }

    int remove(long key) {
        int at = place(key);
        int value = cells[at + VALUE] - 1;
        if (value >= 0) {
            close(at);
            size--;
        }
        return value;
    }

    long bytes() {
        return (long) cells.length * Integer.BYTES;
    }

    /** Where the key stands, or the free place where it would. */
    private int place(long key) {
        int at = home(key);
        while (cells[at + VALUE] != 0 && key(cells, at) != key) {
            at = next(at);
        }
        return at;
    }

    /** Leaves no gap that would hide an entry behind it. */
    private void close(int gap) {
        int open = gap;
        for (int at = next(open); cells[at + VALUE] != 0; at = next(at)) {
            long key = key(cells, at);
            if (distance(home(key), at) >= distance(open, at)) {
                set(open, key, cells[at + VALUE]);
                open = at;
            }
        }
        cells[open + VALUE] = 0;
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + cells.length;
    }

    private void grow() {
        int[] old = cells;
        capacity = (int) ((long) capacity * GROWTH_FOURTHS / 4);
        cells = new int[capacity * CELLS];
        for (int at = 0; at < old.length; at += CELLS) {
            if (old[at + VALUE] != 0) {
                long key = key(old, at);
                set(place(key), key, old[at + VALUE]);
            }
        }
    }

    private void set(int at, long key, int held) {
        cells[at] = (int) key;
        cells[at + 1] = (int) (key >>> Integer.SIZE);
        cells[at + VALUE] = held;
    }

    private static long key(int[] cells, int at) {
        return (long) cells[at + 1] << Integer.SIZE | cells[at] & LOW_HALF;
    }

    /** The high byte of the mixed key chose the segment; its low half chooses the place, by multiplication as capacities are any number. */
    private int home(long key) {
        return (int) ((Mix.of(key) & LOW_HALF) * capacity >>> Integer.SIZE) * CELLS;
    }

    private int next(int at) {
        return at + CELLS == cells.length ? 0 : at + CELLS;
    }
}
