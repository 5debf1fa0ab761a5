package org.earlyhelp.hub.identity.cluster.memory;

/**
 * A value from 0 to 2^31 - 2 for each of any long keys. Open addressing in {@value #SEGMENTS} segments that grow by a quarter,
 * each at its own time: about 16 bytes an entry at every size, and no growth stops the writer for long. Never shrinks.
 */
public final class LongIntTable {
    /** What {@link #get} and {@link #remove} say of a key that is not there. */
    public static final int ABSENT = -1;
    static final int SEGMENTS = 256;
    private static final int SEGMENT_SHIFT = Long.SIZE - 8;
    private final TableSegment[] segments = new TableSegment[SEGMENTS];
    private int size;

    /** The value of a key, or {@link #ABSENT}. */
    public int get(long key) {
        TableSegment segment = segments[segmentOf(key)];
        return segment == null ? ABSENT : segment.get(key);
    }

    /** Sets the value of a key, which may be there already. */
    public void put(long key, int value) {
        if (value < 0 || value == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a value must be 0 to " + (Integer.MAX_VALUE - 1) + ", not " + value);
        }
        int at = segmentOf(key);
        if (segments[at] == null) {
            segments[at] = new TableSegment((double) at / SEGMENTS);
        }
        size += segments[at].put(key, value) ? 1 : 0;
    }

    /** Takes a key out and returns its value, or {@link #ABSENT}. */
    public int remove(long key) {
        TableSegment segment = segments[segmentOf(key)];
        int value = segment == null ? ABSENT : segment.remove(key);
        size -= value == ABSENT ? 0 : 1;
        return value;
    }

    /** How many keys have a value. */
    public int size() {
        return size;
    }

    /** Bytes held, without object headers. */
    public long bytes() {
        long bytes = 0;
        for (TableSegment segment : segments) {
            bytes += segment == null ? 0 : segment.bytes();
        }
        return bytes;
    }

    private static int segmentOf(long key) {
        return (int) (Mix.of(key) >>> SEGMENT_SHIFT);
    }
}
