package org.earlyhelp.hub.identity.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Pairs of people whom no rule joins: few, each decided by a steward. Either way round is the same pair. Not thread-safe. */
final class Exclusions {
    private final Map<Long, Set<Long>> others = new HashMap<>();

    /** False when the pair was there. */
    boolean add(long one, long other) {
        boolean fresh = others.computeIfAbsent(one, key -> new TreeSet<>()).add(other);
        others.computeIfAbsent(other, key -> new TreeSet<>()).add(one);
        return fresh;
    }

    /** False when the pair was not there. */
    boolean remove(long one, long other) {
        boolean gone = of(one).remove(other);
        of(other).remove(one);
        return gone;
    }

    /** In ascending order. */
    Set<Long> of(long person) {
        return others.getOrDefault(person, new TreeSet<>());
    }
}
