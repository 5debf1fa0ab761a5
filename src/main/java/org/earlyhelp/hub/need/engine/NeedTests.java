package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedCondition.Repeat;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.SchoolCalendar;
import org.earlyhelp.hub.need.rules.Sentences;
import org.earlyhelp.hub.person.Concern;

/** Tries a need's condition on one person's history. One instance an assessment. */
final class NeedTests {
    private final FamilyFacts facts;
    private final SchoolCalendar calendar;
    private final Moment moment;
    private final Doubts doubts;

    NeedTests(FamilyFacts facts, SchoolCalendar calendar, Moment moment, Doubts doubts) {
        this.facts = facts;
        this.calendar = calendar;
        this.moment = moment;
        this.doubts = doubts;
    }

    /** The need as it holds for the person, or empty. */
    Optional<ShownNeed> test(NeedRule rule, PersonHistory history) {
        NeedCondition condition = rule.condition();
        if (condition instanceof NeedCondition.ConcernStated stated) {
            return history.person().child() || stated.aboutAdultsToo() ? concern(rule, stated, history) : Optional.empty();
        }
        if (!history.person().child() && !(condition instanceof NeedCondition.StandingCode)) {
            return Optional.empty();
        }
        if (condition instanceof NeedCondition.MissingEpisode missing) {
            return missing(rule, missing, history);
        }
        if (condition instanceof NeedCondition.DomesticAbuse abuse) {
            return new AbuseTest(facts, moment).test(rule, abuse, history);
        }
        if (condition instanceof NeedCondition.AbsenceShare || condition instanceof NeedCondition.CodedSessions
                || condition instanceof NeedCondition.AbsenceRun || condition instanceof NeedCondition.OffRegister) {
            return new SchoolTests(facts, calendar, moment, doubts).test(rule, history);
        }
        return new HealthTests(facts, moment, doubts).test(rule, history);
    }

    private Optional<ShownNeed> missing(NeedRule rule, NeedCondition.MissingEpisode condition, PersonHistory history) {
        List<Sign> signs = history.episodes().stream()
                .filter(episode -> episode.hasAny(condition.flags()) && moment.isWithin(episode.on(), condition.withinDays()))
                .map(Episode::sign).toList();
        Map<String, ?> places = Map.of("times", Sentences.times(signs.size()), "days", condition.withinDays());
        return shown(rule, history, repeated(condition.repeat(), signs, moment), places, signs);
    }

    private Optional<ShownNeed> concern(NeedRule rule, NeedCondition.ConcernStated condition, PersonHistory history) {
        List<Sign> signs = new ArrayList<>();
        List<String> grades = new ArrayList<>();
        for (SourceCase source : history.concerns()) {
            Concern concern = (Concern) source.highest().fact();
            boolean counts = condition.codes().contains(concern.code()) && concern.status() != Concern.Status.CLOSED
                    && (!history.person().child() || history.person().isChildOn(concern.date()));
            if (counts && moment.isWithin(concern.date(), condition.withinDays())) {
                signs.add(new Sign(source.highest(), concern.date(), London.startOf(concern.date()), "CONCERN:" + source.key()));
                grades.add(concern.grade());
            }
        }
        String grade = grades.stream().filter(condition.grades()::contains)
                .max(Comparator.comparingInt(condition.grades()::indexOf)).orElse("");
        return shown(rule, history, grade, Map.of(), signs);
    }

    /** The grade when enough of the signs lie within the window of the repeat, else none. */
    static String repeated(Repeat repeat, List<Sign> signs, Moment moment) {
        List<Sign> recent = signs.stream().filter(sign -> !sign.on().isBefore(moment.today().minusDays(repeat.withinDays()))).toList();
        if (recent.size() < repeat.atLeast()) {
            return "";
        }
        recent.forEach(sign -> moment.isWithin(sign.on(), repeat.withinDays()));
        return repeat.grade();
    }

    static Optional<ShownNeed> shown(NeedRule rule, PersonHistory history, String grade, Map<String, ?> places, List<Sign> signs) {
        return signs.isEmpty() ? Optional.empty()
                : Optional.of(new ShownNeed(rule, history.person(), grade, Sentences.fill(rule.sentence(), places), signs));
    }

    /** The day's own start, for facts that have a date only. */
    static Sign dated(HeldRecord record, LocalDate on) {
        return new Sign(record, on, London.startOf(on), null);
    }
}
