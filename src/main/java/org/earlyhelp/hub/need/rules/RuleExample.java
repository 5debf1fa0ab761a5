package org.earlyhelp.hub.need.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.Fact;

/**
 * A golden case written beside its rule: facts of one made-up child and what the rule must say of them.
 *
 * @param born     the child's date of birth, or null
 * @param holds    whether the rule holds
 * @param grade    the grade it must have; "" for none
 * @param sentence the fact as it must read, or null when the example does not say
 */
public record RuleExample(String title, Instant now, LocalDate born, List<Given> given, boolean holds, String grade, String sentence) {
    public RuleExample {
        given = List.copyOf(given);
    }

    /** One record about the child: a fact, or marks of weekdays from {@code from} on, two letters a day. */
    public record Given(String ref, String agency, int version, Fact fact, String marks, LocalDate from) {
    }
}
