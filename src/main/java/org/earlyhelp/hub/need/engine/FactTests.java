package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.SchoolCalendar;
import org.earlyhelp.hub.need.rules.Sentences;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MissingReport;

/** Tries one kind of fact, whatever combines it with others, on one person's history. */
final class FactTests {
    private final FamilyFacts facts;
    private final SchoolCalendar calendar;
    private final Moment moment;
    private final Doubts doubts;

    FactTests(FamilyFacts facts, SchoolCalendar calendar, Moment moment, Doubts doubts) {
        this.facts = facts;
        this.calendar = calendar;
        this.moment = moment;
        this.doubts = doubts;
    }

    /** What the fact shows for the person, or empty; then {@link Doubts} says whether it could be decided. */
    Optional<Holding> test(NeedRule rule, NeedCondition condition, PersonHistory history) {
        if (condition instanceof NeedCondition.ConcernStated stated) {
            return history.person().child() || stated.aboutAdultsToo() ? concern(rule, stated, history) : Optional.empty();
        }
        if (!history.person().child() && !(condition instanceof NeedCondition.StandingCode)) {
            return Optional.empty();
        }
        if (condition instanceof NeedCondition.Age age) {
            return age(rule, age, history.person());
        }
        if (condition instanceof NeedCondition.MissingEpisode missing) {
            noteUndated(rule, history, MissingReport.class);
            return missing(missing, history);
        }
        if (condition instanceof NeedCondition.DomesticAbuse abuse) {
            noteUndated(rule, history, DomesticAbuseReferral.class);
            return new AbuseTest(facts, moment).test(abuse, history);
        }
        if (condition instanceof NeedCondition.AbsenceShare || condition instanceof NeedCondition.CodedSessions
                || condition instanceof NeedCondition.AbsenceRun || condition instanceof NeedCondition.OffRegister) {
            return new SchoolTests(facts, calendar, moment, doubts).test(rule, condition, history);
        }
        return new HealthTests(facts, moment, doubts).test(rule, condition, history);
    }

    private Optional<Holding> age(NeedRule rule, NeedCondition.Age condition, Member person) {
        if (person.isOfUnknownAge()) {
            doubts.undecided(rule.id(), "the child's age is not known");
            return Optional.empty();
        }
        if (person.dateOfBirth() != null) {
            changesAtAge(person.dateOfBirth(), condition.fromYears());
            changesAtAge(person.dateOfBirth(), condition.underYears());
        }
        boolean holds = !person.isYoungerThan(condition.fromYears(), moment.today()) && person.isYoungerThan(condition.underYears(), moment.today());
        return holds ? Optional.of(new Holding("", Map.of(), List.of())) : Optional.empty();
    }

    /** The birthday, and the day after it for who was born on 29 February. */
    private void changesAtAge(LocalDate born, int years) {
        moment.changesOn(born.plusYears(years));
        moment.changesOn(born.plusYears(years).plusDays(1));
    }

    private void noteUndated(NeedRule rule, PersonHistory history, Class<? extends Fact> kind) {
        if (history.hasUndated(kind)) {
            doubts.undecided(rule.id(), "a fact it looks at has no date");
        }
    }

    private Optional<Holding> missing(NeedCondition.MissingEpisode condition, PersonHistory history) {
        List<Sign> signs = history.episodes().stream()
                .filter(episode -> episode.hasAny(condition.flags()) && moment.isWithin(episode.on(), condition.withinDays()))
                .map(Episode::sign).toList();
        Map<String, ?> places = Map.of("times", Sentences.times(signs.size()), "days", condition.withinDays());
        return Holding.of(NeedTests.repeated(condition.repeat(), signs, moment), places, signs);
    }

    private Optional<Holding> concern(NeedRule rule, NeedCondition.ConcernStated condition, PersonHistory history) {
        List<Sign> signs = new ArrayList<>();
        List<String> grades = new ArrayList<>();
        for (SourceCase source : history.concerns()) {
            Concern concern = (Concern) source.highest().fact();
            boolean stands = condition.codes().contains(concern.code()) && concern.status() != Concern.Status.CLOSED;
            if (stands && concern.date() == null) {
                doubts.undecided(rule.id(), "a fact it looks at has no date");
                continue;
            }
            boolean counts = stands && (!history.person().child() || history.person().isChildOn(concern.date()));
            if (counts && moment.isWithin(concern.date(), condition.withinDays())) {
                signs.add(new Sign(source.highest(), concern.date(), London.startOf(concern.date()), "CONCERN:" + source.key()));
                grades.add(concern.grade());
            }
        }
        String grade = grades.stream().filter(stated -> stated != null && condition.grades().contains(stated))
                .max(Comparator.comparingInt(condition.grades()::indexOf)).orElse("");
        return Holding.of(grade, Map.of(), signs);
    }
}
