package org.earlyhelp.hub.sharing.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Leaves from {@code from} to {@code to}, the last excluded, as RFC 6962 splits them: the left part as large a power of two as can be. */
record TreeRange(long from, long to) {
    /** One complete subtree. */
    record Part(int level, long index) {
    }

    static Stream<Part> perfectParts(long from, long to) {
        List<Part> parts = new ArrayList<>();
        for (long start = from; start < to;) {
            int level = 63 - Long.numberOfLeadingZeros(to - start);
            parts.add(new Part(level, start >>> level));
            start += 1L << level;
        }
        return parts.stream();
    }

    /** Number of leaves. */
    long size() {
        return to - from;
    }

    /** Where the right part begins; for two leaves or more. */
    long split() {
        return from + Long.highestOneBit(size() - 1);
    }

    TreeRange left() {
        return new TreeRange(from, split());
    }

    TreeRange right() {
        return new TreeRange(split(), to);
    }

    /** MTH of these leaves. */
    TreeHash hash(HashReader reader) {
        List<TreeHash> parts = perfectParts(from, to).map(part -> reader.read(part.level(), part.index())).toList();
        TreeHash hash = parts.get(parts.size() - 1);
        for (int i = parts.size() - 2; i >= 0; i--) {
            hash = TreeHash.node(parts.get(i), hash);
        }
        return hash;
    }
}
