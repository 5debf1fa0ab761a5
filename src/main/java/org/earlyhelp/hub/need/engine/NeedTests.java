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
        return new FactTests(facts, calendar, moment, doubts).test(rule, condition, history);
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
