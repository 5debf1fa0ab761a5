package org.earlyhelp.hub.intake.expiry;

import java.util.List;
import java.util.Set;

/** Knows of things that end by themselves. May take seconds to answer, and must be thread-safe. */
@FunctionalInterface
public interface EndingSource {
    /** What there is now. Never throws. */
    Look look();

    /**
     * What one look found.
     *
     * @param endings all that end, near or far
     * @param unseen  keys of what could not be looked at, such as the certificate of a server that is away: what was told of them stands
     */
    record Look(List<Ending> endings, Set<String> unseen) {
        public Look {
            endings = List.copyOf(endings);
            unseen = Set.copyOf(unseen);
        }

        /** Everything could be looked at. */
        public static Look of(List<Ending> endings) {
            return new Look(endings, Set.of());
        }
    }
}
