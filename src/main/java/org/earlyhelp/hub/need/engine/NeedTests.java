package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MissingReport;

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

    /** The need as it holds for the person, or empty; then {@link Doubts} says whether it could be decided. */
    Optional<ShownNeed> test(NeedRule rule, PersonHistory history) {
        return tried(rule, rule.condition(), history).map(holding -> new ShownNeed(rule, history.person(), grade(rule, holding, history),
                Sentences.fill(rule.sentence(), holding.places()), holding.signs()));
    }

    /** The highest of the further grades that holds, else the one the condition itself gives. */
    private String grade(NeedRule rule, Holding holding, PersonHistory history) {
        String grade = holding.grade();
        for (NeedCondition.Graded graded : rule.graded()) {
            grade = tried(rule, graded.when(), history).isPresent() ? graded.grade() : grade;
        }
        return grade;
    }

    private Optional<Holding> tried(NeedRule rule, NeedCondition condition, PersonHistory history) {
        if (condition instanceof NeedCondition.Combined combined) {
            return combined(rule, combined, history);
        }
        if (condition instanceof NeedCondition.Counted counted) {
            return tried(rule, counted.of(), history).filter(holding -> holding.signs().size() >= counted.atLeast());
        }
        return fact(rule, condition, history);
    }

    /** By the logic of three values: a part that cannot be decided leaves the whole undecided unless another part decides it. */
    private Optional<Holding> combined(NeedRule rule, NeedCondition.Combined combined, PersonHistory history) {
        Verdicts verdicts = new Verdicts();
        List<Holding> holdings = new ArrayList<>();
        Doubts doubtsOfParts = new Doubts();
        for (NeedCondition part : combined.parts()) {
            Doubts doubtsOfPart = new Doubts();
            Optional<Holding> holding = new NeedTests(facts, calendar, moment, doubtsOfPart).tried(rule, part, history);
            holding.ifPresent(holdings::add);
            verdicts.add(Verdict.of(holding.isPresent(), !doubtsOfPart.undecided().isEmpty()));
            doubtsOfParts.addAll(doubtsOfPart);
        }
        Verdict verdict = verdicts.joined(combined.join());
        if (verdict == Verdict.UNDECIDED) {
            doubts.addAll(doubtsOfParts);
        }
        return verdict == Verdict.HOLDS ? Optional.of(joined(combined, holdings)) : Optional.empty();
    }

    private static Holding joined(NeedCondition.Combined combined, List<Holding> holdings) {
        Map<String, Object> places = new HashMap<>();
        holdings.forEach(holding -> places.putAll(holding.places()));
        String grade = holdings.stream().map(Holding::grade).filter(combined.grades()::contains)
                .max(Comparator.comparingInt(combined.grades()::indexOf)).orElse("");
        return new Holding(grade, places, holdings.stream().flatMap(holding -> holding.signs().stream()).distinct().toList());
    }

    private Optional<Holding> fact(NeedRule rule, NeedCondition condition, PersonHistory history) {
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
        return Holding.of(repeated(condition.repeat(), signs, moment), places, signs);
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

    /** The grade when enough of the signs lie within the window of the repeat, else none. */
    static String repeated(Repeat repeat, List<Sign> signs, Moment moment) {
        List<Sign> recent = signs.stream().filter(sign -> !sign.on().isBefore(moment.today().minusDays(repeat.withinDays()))).toList();
        if (recent.size() < repeat.atLeast()) {
            return "";
        }
        recent.forEach(sign -> moment.isWithin(sign.on(), repeat.withinDays()));
        return repeat.grade();
    }

    /** The day's own start, for facts that have a date only. */
    static Sign dated(HeldRecord record, LocalDate on) {
        return new Sign(record, on, London.startOf(on), null);
    }
}
