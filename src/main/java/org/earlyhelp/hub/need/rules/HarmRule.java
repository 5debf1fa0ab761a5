package org.earlyhelp.hub.need.rules;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;

/**
 * One test of significant harm of {@code levels.yaml}: while any holds, the family is at level 4.
 *
 * @param outcome the outcome it serves
 */
public record HarmRule(String id, int version, String title, boolean on, String outcome, Condition condition, String sentence,
                       List<RuleExample> examples) {
    public HarmRule {
        examples = List.copyOf(examples);
    }

    /** When the test holds; a closed list. */
    public sealed interface Condition {
    }

    /** An episode with that grade that is not yet returned, or was within the days. */
    public record GradedEpisode(Set<RiskGrade> grades, int returnedWithinDays) implements Condition {
    }

    /** Not returned after {@code youngHours} under {@code underAge} years or at unknown age, after {@code hours} else. */
    public record StillMissing(int underAge, int youngHours, int hours) implements Condition {
    }

    /** A domestic-abuse referral with one of the grades, or referred to MARAC when {@code marac}. */
    public record GravestAbuse(Set<DomesticAbuseReferral.Grade> grades, boolean marac, int withinDays) implements Condition {
    }

    /** A return on which the child had suffered harm. */
    public record HarmOnReturn(int withinDays) implements Condition {
    }

    /** An open involvement at that level or above, or one of the codes standing. */
    public record KnownStatutory(int involvementLevel, Set<String> codes) implements Condition {
    }
}
