package org.earlyhelp.hub.sharing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a request may leave.
 *
 * @param allowed  by P- reference, the names of the fields that every agency asked for them lets out, and
 *                 {@code agency:name} for each field of each agency
 * @param withheld what was asked for and stays, with why
 * @param entries  the sharing-log entries written for it, one per person and source agency
 */
public record Allowance(Map<String, Set<String>> allowed, List<Withheld> withheld, List<Entry> entries) {
    /** A field of a person that stays, and why in a plain sentence. */
    public record Withheld(String person, String field, String why) {
    }

    /** {@code agreement} is null where none is in force and a level 4 or safeguarding disclosure went on all the same. */
    public record Entry(String person, String sourceAgency, String agreement, String entry) {
    }

    /** Whether the field of the person, as that agency stated it, may be shown or sent. */
    public boolean allows(String person, String sourceAgency, String field) {
        return allows(person, sourceAgency + ":" + field);
    }

    /** Whether the field of the person may be shown or sent, whichever agency stated it. */
    public boolean allows(String person, String field) {
        return allowed.getOrDefault(person, Set.of()).contains(field);
    }
}
