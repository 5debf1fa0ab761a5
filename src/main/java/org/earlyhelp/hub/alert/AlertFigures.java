package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * Alerts as figures, without the reference of an alert, family or person. Small counts are in here; whoever shows them
 * conceals them.
 */
public interface AlertFigures {
    /** So many alerts raised in that month; {@code withheld} for a family with a hidden place, as things are now. */
    record Raised(YearMonth month, String locality, long alerts) {
    }

    /**
     * One alert that rests on two agencies or more and was decided.
     *
     * @param secondFactOn  the day from which a second agency had a fact that the alert rests on
     * @param secondKnownAt when the alert first rested on facts of two agencies
     */
    record Decided(Instant decidedAt, LocalDate secondFactOn, Instant secondKnownAt) {
    }

    /**
     * One alert, for how its rules do.
     *
     * @param rule     id of the rule that raised it
     * @param codes    needs and harm tests it rests on
     * @param feedback the newest from the front door; null while there is none
     */
    record RuleUse(Instant raisedAt, String rule, Set<String> codes, Decision.Feedback feedback) {
        public RuleUse {
            codes = Set.copyOf(codes);
        }
    }

    /** Alerts raised on that London day or later, whatever became of them, by where the family lived. */
    List<Raised> raised(LocalDate from);

    /** Decided on that London day or later. A family handed from one door to the other counts once, at the first decision. */
    List<Decided> decided(LocalDate from);

    /** Every alert raised on that London day or later. */
    List<RuleUse> uses(LocalDate from);
}
