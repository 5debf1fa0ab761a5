package org.earlyhelp.hub.need.engine;

import java.util.Map;
import java.util.Set;

/**
 * What was held of a family before this assessment: only what goes beyond it is news.
 *
 * @param grades the needs of the current members, whatever family they were in then, to the grade
 * @param seen   evidence keys the family was assessed on
 * @param level  of the family as last assessed; 0 for never
 */
public record Known(Map<PersonNeed, String> grades, Set<String> seen, int level) {
    /** {@code person} is a P- reference. */
    public record PersonNeed(String person, String need) {
    }

    /** Of a family that was never assessed. */
    public static final Known NOTHING = new Known(Map.of(), Set.of(), 0);

    public Known {
        grades = Map.copyOf(grades);
        seen = Set.copyOf(seen);
    }

    /** Whether the harm test once held by some case of this family. */
    boolean hasSeenHarm(String rule) {
        return seen.stream().anyMatch(key -> key.startsWith(ShownHarm.keys(rule)));
    }
}
