package org.earlyhelp.hub.linkage.dataset;

import java.util.HashSet;
import java.util.Set;

/** Joins that were refused, so that they are not judged again until one side has grown. Not thread-safe. */
final class RefusedJoins {
    private record Join(int one, int oneSize, int other, int otherSize) {
    }

    private final Set<Join> joins = new HashSet<>();

    void add(int one, int oneSize, int other, int otherSize) {
        joins.add(join(one, oneSize, other, otherSize));
    }

    boolean contains(int one, int oneSize, int other, int otherSize) {
        return joins.contains(join(one, oneSize, other, otherSize));
    }

    private static Join join(int one, int oneSize, int other, int otherSize) {
        return one < other ? new Join(one, oneSize, other, otherSize) : new Join(other, otherSize, one, oneSize);
    }
}
