package org.earlyhelp.hub.cli.bench.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.linkage.Description;

/** The least that finding a person costs: a map from exact surname, forenames and date of birth, which finds nobody whose name is spelt otherwise. */
final class PlainLookup {
    private static final double NANOS_A_SECOND = 1e9;
    private final Map<String, long[]> people = new HashMap<>();
    private long count;
    private long asked;
    private long found;
    private long nanos;

    void put(Description it) {
        people.merge(key(it), new long[] {++count}, PlainLookup::both);
    }

    void find(Description it) {
        long start = System.nanoTime();
        found += people.containsKey(key(it)) ? 1 : 0;
        nanos += System.nanoTime() - start;
        asked++;
    }

    @Override
    public String toString() {
        return "%,.0f a second; found %,d of %,d".formatted(asked * NANOS_A_SECOND / nanos, found, asked);
    }

    private static long[] both(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more[0];
        return all;
    }

    private static String key(Description it) {
        return it.name().surname() + "|" + it.name().forenames() + "|" + it.born();
    }
}
