package org.earlyhelp.hub.identity.cluster;

import java.util.List;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;

/**
 * Where a mention belongs.
 *
 * @param person   the known person, or null for a new one
 * @param sameToo  further known people who are the same by this mention: to be merged with {@code person}
 * @param conflict known people whose identifier the mention shares although they cannot be one; a steward is told
 */
public record Placement(Long person, List<Long> sameToo, Match match, Reason reason, List<Conflict> conflict) {
    /** A person who shares an identifier or fits as well, and why that is not enough; {@code weight} is log2 odds, or null. */
    public record Conflict(long person, Reason reason, Double weight) {
        /** Where an identifier is shared, and no weight says more. */
        public Conflict(long person, Reason reason) {
            this(person, reason, null);
        }
    }

    static Placement fresh(Match match, Reason reason, List<Conflict> conflict) {
        return new Placement(null, List.of(), match, reason, conflict);
    }
}
