package org.earlyhelp.hub.linkage.dataset;

import java.util.Arrays;

/** Which records bear which key. Rules add keys; then {@link #pairs} walks over all records that share one. Not thread-safe. */
final class KeyTable {
    private static final int START_ENTRIES = 1 << 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Receives each pair once, the later record first. */
    interface PairSink {
        void pair(int later, int earlier);
    }

    private final int records;
    private long[] keys = new long[START_ENTRIES];
    private int[] bearers = new int[START_ENTRIES];
    private int[] limits = new int[START_ENTRIES];
    private int size;
    private int rules;
    private long notFollowed;

    KeyTable(int records) {
        this.records = records;
    }

    /** A key of one feature, or of two where {@code with} is not null. */
    void rule(int limit, int[] feature, int[] with) {
        rules++;
        for (int record = 0; record < records; record++) {
            if (feature[record] != Features.NONE && (with == null || with[record] != Features.NONE)) {
                add(limit, record, feature[record], with == null ? 0 : with[record]);
            }
        }
    }

    /** A key for each of several features of a record, each with {@code with} where that is not null. */
    void rule(int limit, int[][] features, int[] with) {
        rules++;
        for (int record = 0; record < records; record++) {
            if (with == null || with[record] != Features.NONE) {
                for (int feature : features[record]) {
                    add(limit, record, feature, with == null ? 0 : with[record]);
                }
            }
        }
    }

    /** A key for each two features of a record. */
    void ruleOfTwo(int limit, int[][] features) {
        rules++;
        for (int record = 0; record < records; record++) {
            int[] mine = features[record];
            for (int i = 1; i < mine.length; i++) {
                for (int j = 0; j < i; j++) {
                    add(limit, record, mine[j], mine[i]);
                }
            }
        }
    }

    private void add(int limit, int record, int one, int other) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            bearers = Arrays.copyOf(bearers, size * 2);
            limits = Arrays.copyOf(limits, size * 2);
        }
        keys[size] = hash(one, other);
        bearers[size] = record;
        limits[size++] = limit;
    }

    private long hash(int one, int other) {
        long hash = (rules * SPREAD ^ one) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 29 ^ other) * 0x94D049BB133111EBL;
        return (hash ^ hash >>> 32) | 1;
    }

    /** How often a key was not followed because more records bear it than its limit. */
    long notFollowed() {
        return notFollowed;
    }

    /** Hands every pair of records that share a key to the sink, once. */
    void pairs(PairSink sink) {
        int[] blockOf = blocks();
        int[] starts = starts(blockOf, Arrays.stream(blockOf).limit(size).max().orElse(-1) + 1);
        int[] members = ordered(blockOf, starts, bearers);
        int[] ofRecord = starts(bearers, records);
        int[] entries = new int[size];
        int[] next = ofRecord.clone();
        for (int entry = 0; entry < size; entry++) {
            entries[next[bearers[entry]]++] = entry;
        }
        int[] pairedWith = new int[records];
        Arrays.fill(pairedWith, -1);
        for (int record = 0; record < records; record++) {
            for (int at = ofRecord[record]; at < ofRecord[record + 1]; at++) {
                int block = blockOf[entries[at]];
                if (starts[block + 1] - starts[block] > limits[entries[at]]) {
                    notFollowed++;
                } else {
                    walk(record, members, starts[block], starts[block + 1], pairedWith, sink);
                }
            }
        }
    }

    private static void walk(int record, int[] members, int from, int to, int[] pairedWith, PairSink sink) {
        for (int at = from; at < to && members[at] < record; at++) {
            int earlier = members[at];
            if (pairedWith[earlier] != record) {
                pairedWith[earlier] = record;
                sink.pair(record, earlier);
            }
        }
    }

    /** The number of the block of each entry: entries of one key are one block. */
    private int[] blocks() {
        long[] slots = new long[Integer.highestOneBit(Math.max(16, size)) * 4];
        int[] numbers = new int[slots.length];
        int[] blockOf = new int[size];
        int blocks = 0;
        for (int entry = 0; entry < size; entry++) {
            int slot = (int) (keys[entry] >>> 20) & slots.length - 1;
            while (slots[slot] != 0 && slots[slot] != keys[entry]) {
                slot = slot + 1 & slots.length - 1;
            }
            if (slots[slot] == 0) {
                slots[slot] = keys[entry];
                numbers[slot] = blocks++;
            }
            blockOf[entry] = numbers[slot];
        }
        return blockOf;
    }

    private int[] starts(int[] groupOf, int groups) {
        int[] starts = new int[groups + 1];
        for (int entry = 0; entry < size; entry++) {
            starts[groupOf[entry] + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        return starts;
    }

    private int[] ordered(int[] groupOf, int[] starts, int[] values) {
        int[] next = starts.clone();
        int[] ordered = new int[size];
        for (int entry = 0; entry < size; entry++) {
            ordered[next[groupOf[entry]]++] = values[entry];
        }
        return ordered;
    }
}
