package org.earlyhelp.hub.need.engine;

import java.util.Map;
import java.util.Set;

/**
 * What was held of a family before this assessment: only what goes beyond it is news.
 *
 * @param grades the needs of the current members, whatever family they were in then, to the grade
 * @param seen   evidence keys the family was assessed on
 */
public record Known(Map<PersonNeed, String> grades, Set<String> seen) {
    /** {@code person} is a P- reference. */
    public record PersonNeed(String person, String need) {
    }

    public static final Known NOTHING = new Known(Map.of(), Set.of());

    public Known {
        grades = Map.copyOf(grades);
        seen = Set.copyOf(seen);
    }
}
