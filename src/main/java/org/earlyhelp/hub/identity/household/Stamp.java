package org.earlyhelp.hub.identity.household;

import java.time.Instant;
import java.util.Comparator;

/**
 * When a record was so. Records of one instant are ordered by their source, never by arrival, so that families do not
 * depend on which file came first.
 */
public record Stamp(Instant observedAt, String source) implements Comparable<Stamp> {
    private static final Comparator<Stamp> ORDER = Comparator.comparing(Stamp::observedAt).thenComparing(Stamp::source);

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
