package org.earlyhelp.hub.linkage.dataset;

import java.util.Arrays;

/** The pairs worth comparing, and the pattern of levels each shows. Not thread-safe. */
final class Candidates {
    private static final int START_PAIRS = 1 << 16;

    private int[] later = new int[START_PAIRS];
    private int[] earlier = new int[START_PAIRS];
    private int size;
    private long keysNotFollowed;

    /** Finds all pairs that share a blocking key and may be paired. */
    static Candidates of(CodedRecords records) {
        Candidates found = new Candidates();
        KeyTable keys = BlockingKeys.of(records);
        keys.pairs((later, earlier) -> {
            if (records.data().mayPair(later, earlier)) {
                found.add(later, earlier);
            }
        });
        found.keysNotFollowed = keys.notFollowed();
        return found;
    }

    void add(int one, int other) {
        if (size == later.length) {
            later = Arrays.copyOf(later, size * 2);
            earlier = Arrays.copyOf(earlier, size * 2);
        }
        later[size] = one;
        earlier[size++] = other;
    }

    int size() {
        return size;
    }

    int later(int pair) {
        return later[pair];
    }

    int earlier(int pair) {
        return earlier[pair];
    }

    /** How often a key was too common to be followed. */
    long keysNotFollowed() {
        return keysNotFollowed;
    }
}
