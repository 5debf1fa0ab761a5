package org.earlyhelp.hub.need.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.Fact;

/**
 * A golden case written beside its rule: facts of one made-up child and what the rule must say of them.
 *
 * @param born     the child's date of birth, or null
 * @param unborn   the child is not born yet
 * @param registerEnd until when the school has sent marks of others, or null
 * @param expected what the rule must say
 * @param grade    the grade it must have; "" for none
 * @param sentence the fact as it must read, or null when the example does not say
 */
public record RuleExample(String title, Instant now, LocalDate born, boolean unborn, LocalDate registerEnd, List<Given> given,
                          Expected expected, String grade, String sentence) {
    /** Whether the rule holds, does not, or cannot be evaluated. */
    public enum Expected { HOLDS, NONE, UNDECIDED }

    public RuleExample {
        given = List.copyOf(given);
    }

    /** One record about the child: a fact, or marks of weekdays from {@code from} on, two letters a day. */
    public record Given(String ref, String agency, int version, Fact fact, String marks, LocalDate from) {
    }
}
