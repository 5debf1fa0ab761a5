package org.earlyhelp.hub.web.measures;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.person.AttendanceCode;

/** When a rule holds, as a sentence made from its declared condition: what the page says is what the engine reckons with. */
public final class HoldsWhen {
    private static final String NOT_IN_WORDS = "See the rule file.";
    private static final Map<Class<?>, Function<Object, String>> WORDS = Map.ofEntries(
            words(NeedCondition.MissingEpisode.class, rule -> "Reported missing in the last " + days(rule.withinDays())
                    + (rule.flags().isEmpty() ? "" : ", with a notice that names any of: " + list(rule.flags())) + "." + repeat(rule.repeat())),
            words(NeedCondition.AbsenceShare.class, rule -> "At least 1 in " + rule.missedTimes() + " of this school year's possible sessions missed, once "
                    + rule.possibleAtLeast() + " were possible. Graded " + inWords(rule.grade()) + " from 1 in " + rule.gradedMissedTimes() + "."),
            words(NeedCondition.CodedSessions.class, rule -> "At least " + rule.atLeast() + " sessions marked " + list(rule.codes()) + " in the last "
                    + rule.schoolWeeks() + " school weeks."),
            words(NeedCondition.HealthReview.class, rule -> "A mandated health review in the last " + days(rule.withinDays()) + " was recorded as " + list(rule.values())
                    + ", and not since as " + list(rule.endedBy()) + "."),
            words(NeedCondition.DevelopmentResult.class, rule -> "A result below the ASQ-3 cut-off in the last " + days(rule.withinDays())
                    + ", and none at or above it for that area since."),
            words(NeedCondition.StandingCode.class, rule -> "The health service has recorded any of the SNOMED CT codes " + list(rule.codes()) + ", and not ended it since."),
            words(NeedCondition.DomesticAbuse.class, rule -> "A domestic-abuse referral in the last " + days(rule.withinDays())
                    + " names the child, or its victim or alleged perpetrator is certainly a parent or carer of the child; or a missing notice names: "
                    + list(rule.episodeFlags()) + "." + repeat(rule.repeat())),
            words(NeedCondition.ConcernStated.class, rule -> "A concern stated in the last " + days(rule.withinDays()) + " and still open: " + list(rule.codes()) + "."),
            words(NeedCondition.AbsenceRun.class, rule -> rule.sessions() + " sessions missed in a row, or a session marked " + inWords(rule.staleCode())
                    + " for more than " + rule.staleAfterSchoolDays() + " school days."),
            words(NeedCondition.OffRegister.class, rule -> "On no school register for " + rule.schoolDays() + " school days."),
            words(NeedCondition.UnbornConcern.class, rule -> "Any of the SNOMED CT codes " + list(rule.codes())
                    + " stands for an unborn child, or a domestic-abuse referral in the last " + days(rule.withinDays()) + " concerns one."),
            words(NeedCondition.ReviewOverdue.class, rule -> "No record of a mandated health review that was due in the last " + days(rule.withinDays()) + "."),
            words(HarmRule.GradedEpisode.class, rule -> "Reported missing and graded " + list(rule.grades()) + ", and not returned, or returned in the last "
                    + days(rule.returnedWithinDays()) + "."),
            words(HarmRule.StillMissing.class, rule -> "Missing and not returned after " + rule.youngHours() + " hours under " + rule.underAge() + " years, after "
                    + rule.hours() + " hours else."),
            words(HarmRule.GravestAbuse.class, rule -> "A domestic-abuse referral in the last " + days(rule.withinDays())
                    + (rule.grades().isEmpty() ? "" : ", graded " + list(rule.grades())) + (rule.marac() ? ", referred to MARAC" : "") + "."),
            words(HarmRule.HarmOnReturn.class, rule -> "The child had suffered harm on a return in the last " + days(rule.withinDays()) + "."),
            words(HarmRule.KnownStatutory.class, rule -> "An open involvement at level " + rule.involvementLevel() + ", or any of the SNOMED CT codes " + list(rule.codes()) + " stands."),
            words(AlertRule.AtLevel.class, rule -> "The family is at level " + rule.level() + "."),
            words(NeedCondition.Combined.class, rule -> joined(rule.join(), rule.parts())),
            words(NeedCondition.Counted.class, rule -> "At least " + rule.atLeast() + " times: " + of(rule.of())),
            words(NeedCondition.Age.class, rule -> "The child is " + rule.fromYears() + " or older and under " + rule.underYears() + "."),
            words(AlertRule.HasNeed.class, rule -> "Somebody of the family has one of these needs: " + list(rule.codes())
                    + (rule.grades().isEmpty() ? "" : ", graded " + list(rule.grades())) + "."),
            words(AlertRule.Groups.class, rule -> "Needs of at least " + rule.atLeast() + " groups."),
            words(AlertRule.Combined.class, rule -> joined(rule.join(), rule.parts())),
            words(AlertRule.TwoAgencies.class, rule -> "Needs of two different groups, one reported by one agency, one by another."),
            words(AlertRule.StandsAlone.class, rule -> "A need that is enough by itself."));

    private HoldsWhen() {
    }

    /** The sentence for a condition of a need, a harm test or an alert rule. */
    public static String of(Object condition) {
        return WORDS.getOrDefault(condition.getClass(), none -> NOT_IN_WORDS).apply(condition);
    }

    private static String joined(NeedCondition.Join join, Collection<?> parts) {
        String word = switch (join) {
            case ALL -> "All of these: ";
            case ANY -> "Any of these: ";
            case NONE -> "None of these: ";
        };
        return word + parts.stream().map(HoldsWhen::of).collect(Collectors.joining(" – "));
    }

    private static <T> Map.Entry<Class<?>, Function<Object, String>> words(Class<T> condition, Function<T, String> sentence) {
        return Map.entry(condition, rule -> sentence.apply(condition.cast(rule)));
    }

    private static String repeat(NeedCondition.Repeat repeat) {
        return repeat.grade().isEmpty() ? "" : " Graded " + inWords(repeat.grade()) + " from " + repeat.atLeast() + " times in " + days(repeat.withinDays()) + ".";
    }

    private static String days(int days) {
        return days == 1 ? "day" : days + " days";
    }

    private static String list(Collection<?> items) {
        return items.stream().map(HoldsWhen::inWords).sorted().collect(Collectors.joining(", "));
    }

    /** Codes of three or fewer letters are names in their own right, such as CSE. */
    private static String inWords(Object code) {
        String text = code instanceof AttendanceCode mark ? mark.code() : String.valueOf(code);
        return text.length() <= 3 ? text : text.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
