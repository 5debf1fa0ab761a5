package org.earlyhelp.hub.identity.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * Who shares keys, at a bounded cost: those sharing most first, ties oldest first; at most
 * {@link PersonIndex#MAX_CANDIDATES}, and no key that is borne by more than {@link PersonIndex#MAX_KEY_BEARERS}.
 * Neither limit holds for keys that identify.
 */
final class CandidateSearch {
    private static final Comparator<Found> BEST_FIRST = Comparator.comparingInt(Found::shared).reversed().thenComparingLong(Found::person);
    private final KeyBearers bearers;
    private final IntToLongFunction idOf;
    private final IntPredicate mayBe;
    private final List<BlockingKey> cutKeys = new ArrayList<>();
    private int[] gathered = {};
    private int size;
    private int identified;

    /** Whoever shares no identifier must be {@code mayBe}, or is not found. */
    CandidateSearch(KeyBearers bearers, IntToLongFunction idOf, IntPredicate mayBe) {
        this.bearers = bearers;
        this.idOf = idOf;
        this.mayBe = mayBe;
    }

    /** The people found; {@link #cutKeys} then says what was left out. */
    List<Long> find(List<BlockingKey> keys) {
        keys.stream().filter(BlockingKey::identifies).forEach(this::gather);
        identified = size;
        keys.stream().filter(it -> !it.identifies()).forEach(this::follow);
        List<Found> found = counted();
        if (found.size() <= PersonIndex.MAX_CANDIDATES) {
            return found.stream().map(Found::person).toList();
        }
        return cut(found, keys);
    }

    /** Keys not followed, or not to their end. */
    List<BlockingKey> cutKeys() {
        return cutKeys;
    }

    private void follow(BlockingKey key) {
        if (bearers.count(key.hash()) > PersonIndex.MAX_KEY_BEARERS) {
            cutKeys.add(key);
        } else {
            gather(key);
        }
    }

    private void gather(BlockingKey key) {
        int[] more = bearers.of(key.hash());
        if (size + more.length > gathered.length) {
            gathered = Arrays.copyOf(gathered, Math.max(size + more.length, gathered.length * 2));
        }
        System.arraycopy(more, 0, gathered, size, more.length);
        size += more.length;
    }

    private List<Found> counted() {
        int[] byIdentifier = Arrays.copyOf(gathered, identified);
        Arrays.sort(byIdentifier);
        Arrays.sort(gathered, 0, size);
        List<Found> found = new ArrayList<>();
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && gathered[to] == gathered[from]) {
                to++;
            }
            boolean identified = Arrays.binarySearch(byIdentifier, gathered[from]) >= 0;
            if (identified || mayBe.test(gathered[from])) {
                found.add(new Found(idOf.applyAsLong(gathered[from]), to - from, identified));
            }
        }
        found.sort(BEST_FIRST);
        return found;
    }

    private List<Long> cut(List<Found> found, List<BlockingKey> keys) {
        long certain = found.stream().filter(Found::identified).count();
        List<Found> others = found.stream().filter(it -> !it.identified).limit(Math.max(0, PersonIndex.MAX_CANDIDATES - certain)).toList();
        if (certain + others.size() < found.size()) {
            keys.stream().filter(it -> !it.identifies() && !cutKeys.contains(it)).max(Comparator.comparingInt(it -> bearers.count(it.hash()))).ifPresent(cutKeys::add);
        }
        return Stream.concat(found.stream().filter(Found::identified), others.stream()).sorted(BEST_FIRST).map(Found::person).toList();
    }

    private record Found(long person, int shared, boolean identified) {
    }
}
