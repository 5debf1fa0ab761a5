package org.earlyhelp.hub.need;

import java.time.LocalDate;
import java.util.List;

/**
 * A need (presenting issue) of one person, as one agency's facts show it.
 *
 * @param code     such as SCHOOL_ABSENCE
 * @param group    the group it counts in for the level, such as {@code school}
 * @param outcome  the outcome it hinders, such as GOOD_EDUCATION
 * @param person   P- reference
 * @param grade    such as SEVERE or REPEAT; "" for none
 * @param fact     one plain sentence without names, places or free text
 * @param evidence {@code agency/feed/ULID@version}, newest first
 */
public record Need(String code, String group, String outcome, String person, String agency, String grade, String fact,
                   LocalDate firstOn, LocalDate lastOn, List<String> evidence) {
    public Need {
        evidence = List.copyOf(evidence);
    }
}
