package org.earlyhelp.hub.sharing.log.offline;

import java.util.BitSet;
import org.earlyhelp.hub.sharing.log.ErasedIndexes;

/**
 * Which entries have no payload, and of which a later ERASED entry says so: a bit each, since nobody knows beforehand how far
 * apart the two are. Not thread-safe.
 */
final class ErasureTally {
    /** The most entries of one verification. */
    static final long ENTRY_LIMIT = Integer.MAX_VALUE - 1L;

    private final BitSet absent = new BitSet();
    private final BitSet stated = new BitSet();
    private long entries;

    /** In the order of the log. */
    void add(EntryCheck entry) {
        if (!entry.opened()) {
            absent.set((int) entries);
        }
        entry.erases().ifPresent(this::state);
        entries++;
    }

    /** No entry had its payload. */
    boolean nothingWasOpened() {
        return absent.cardinality() == entries;
    }

    /** The first entry without a payload of which no later entry says that it was erased; -1 when there is none. */
    long firstUnexplained() {
        BitSet unexplained = (BitSet) absent.clone();
        unexplained.andNot(stated);
        return unexplained.nextSetBit(0);
    }

    long erased() {
        return absent.cardinality();
    }

    /** Said to be erased, and the payload still there. */
    long unerased() {
        BitSet there = (BitSet) stated.clone();
        there.andNot(absent);
        return there.cardinality();
    }

    private void state(ErasedIndexes named) {
        for (ErasedIndexes.Span span : named.spans()) {
            long end = Math.min(span.last() + 1, entries);
            if (span.first() < end) {
                stated.set((int) span.first(), (int) end);
            }
        }
    }
}
