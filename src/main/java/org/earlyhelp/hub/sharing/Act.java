package org.earlyhelp.hub.sharing;

import java.util.Map;
import java.util.Set;

/**
 * An act that discloses nothing by itself but belongs in the log: data received, people matched, a correction.
 *
 * @param person P- reference, or null for an act about no single person
 * @param agency the agency whose data it is, or null
 * @param detail names to plain words; references and counts, never values
 */
public record Act(ActKind kind, String person, Recipient recipient, Purpose purpose, String agency, Set<DataClass> classes,
                  Set<String> fields, Map<String, String> detail) {
    public Act {
        classes = Set.copyOf(classes);
        fields = Set.copyOf(fields);
        detail = Map.copyOf(detail);
    }
}
