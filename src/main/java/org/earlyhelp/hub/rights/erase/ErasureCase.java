package org.earlyhelp.hub.rights.erase;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.rights.erase.ErasurePlan.Held;

/**
 * An erasure from its proposal to its proof.
 *
 * @param ref     such as {@code E-2026-000012}
 * @param person  P- reference; null once it is declined or the database has forgotten the person
 * @param override why it goes on against an obstacle; null when none stood
 * @param counts  what was taken out of the database
 * @param places  what was taken out elsewhere, and what still waits
 * @param entries ids of the ERASED entries in the sharing log
 */
public record ErasureCase(long id, String ref, String person, Ground ground, String reason, String override, State state, String proposedBy, Instant proposedAt,
                          String decidedBy, Instant decidedAt, String decidedWords, List<Held> counts, List<Place> places, List<String> entries, Instant doneAt) {
    /** PROPOSED leads to DECLINED or CONFIRMED, CONFIRMED to DONE; nothing leads back. */
    public enum State { PROPOSED, DECLINED, CONFIRMED, DONE }

    /** A place that was cleared; {@code waits} says what is left for now, null for nothing. */
    public record Place(String name, long count, String waits, Instant at) {
        /** Whether that place is done; false when the case does not know it. */
        public boolean isClear() {
            return waits == null;
        }
    }

    public ErasureCase {
        counts = List.copyOf(counts);
        places = List.copyOf(places);
        entries = List.copyOf(entries);
    }

    /** Whether the database has forgotten the person. */
    public boolean isForgotten() {
        return person == null && state != State.DECLINED;
    }

    /** Whether that place is done; false when the case does not know it. */
    public boolean isClear(String place) {
        return places.stream().anyMatch(one -> one.name().equals(place) && one.isClear());
    }
}
