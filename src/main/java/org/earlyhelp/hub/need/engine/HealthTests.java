package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.need.engine.HealthHistory.Observed;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.person.HealthFindings.Kind;

/** The rules on what health visitors observe. */
final class HealthTests {
    static final Map<String, String> NAMES = Map.of("REVIEW-ANTENATAL", "antenatal review", "REVIEW-NEWBIRTH", "new birth review",
            "REVIEW-6-8WEEK", "6 to 8 week review", "REVIEW-12MONTH", "12 month review", "REVIEW-2-2.5YEAR", "2 to 2½ year review",
            "ASQ3-COMM", "communication", "ASQ3-GROSS", "gross motor", "ASQ3-FINE", "fine motor", "ASQ3-PROB", "problem solving",
            "ASQ3-PERS", "personal and social");

    private final FamilyFacts facts;
    private final Moment moment;
    private final Doubts doubts;

    HealthTests(FamilyFacts facts, Moment moment, Doubts doubts) {
        this.facts = facts;
        this.moment = moment;
        this.doubts = doubts;
    }

    Optional<Holding> test(NeedRule rule, NeedCondition condition, PersonHistory history) {

        if (condition instanceof NeedCondition.HealthReview review) {
            return review(rule, review, history);
        }
        if (condition instanceof NeedCondition.DevelopmentResult development) {
            return development(rule, development, history);
        }
        if (condition instanceof NeedCondition.StandingCode code) {
            return Holding.of("", Map.of(), standing(history, code.codes()));
        }
        if (condition instanceof NeedCondition.UnbornConcern unborn) {
            return unborn(rule, unborn, history);
        }
        return overdue(rule, (NeedCondition.ReviewOverdue) condition, history);
    }

    /** The signs of all codes that stand, of a time when the person was a child or about their unborn child. */
    private List<Sign> standing(PersonHistory history, Set<String> codes) {
        HealthHistory health = history.health();
        return codes.stream().flatMap(code -> health.standing(code).stream())
                .filter(observed -> observed.concernsAChild(history.person(), moment)).map(observed -> observed.sign(null)).toList();
    }

    private Optional<Holding> review(NeedRule rule, NeedCondition.HealthReview condition, PersonHistory history) {
        List<Sign> signs = new ArrayList<>();
        Map<String, String> reviews = new LinkedHashMap<>();
        history.health().standing(Kind.REVIEW).forEach((code, observed) -> {
            LocalDate ended = last(observed, condition.endedBy());
            Map<LocalDate, Observed> missed = new TreeMap<>();
            observed.stream().filter(one -> condition.values().contains(one.finding().value()))
                    .filter(one -> ended == null || ended.isBefore(one.on()))
                    .filter(one -> history.person().isChildOn(one.on()) && moment.isWithin(one.on(), condition.withinDays()))
                    .sorted(Comparator.comparingLong(one -> one.record().id())).forEach(one -> missed.putIfAbsent(one.on(), one));
            missed.values().forEach(one -> signs.add(one.sign("REVIEW:" + code + ":" + one.record().ref())));
            if (!missed.isEmpty()) {
                reviews.put(code, NAMES.getOrDefault(code, "a review"));
            }
        });
        return Holding.of("", Map.of("reviews", String.join(", ", reviews.values())), signs);
    }

    private static LocalDate last(List<Observed> observed, Set<String> values) {
        return observed.stream().filter(one -> values.contains(one.finding().value())).map(Observed::on)
                .max(LocalDate::compareTo).orElse(null);
    }

    private Optional<Holding> development(NeedRule rule, NeedCondition.DevelopmentResult condition, PersonHistory history) {
        List<Sign> signs = new ArrayList<>();
        List<String> areas = new ArrayList<>();
        history.health().standing(Kind.ASQ3).forEach((code, observed) -> {
            LocalDate passed = observed.stream().filter(one -> !one.finding().belowCutOff()).map(Observed::on)
                    .max(LocalDate::compareTo).orElse(null);
            List<Sign> below = observed.stream().filter(one -> one.finding().belowCutOff() && history.person().isChildOn(one.on()))
                    .filter(one -> passed == null || passed.isBefore(one.on()))
                    .filter(one -> moment.isWithin(one.on(), condition.withinDays())).map(one -> one.sign(null)).toList();
            signs.addAll(below);
            if (!below.isEmpty()) {
                areas.add(NAMES.getOrDefault(code, "an area"));
            }
        });
        return Holding.of("", Map.of("areas", String.join(", ", areas)), signs);
    }

    private Optional<Holding> unborn(NeedRule rule, NeedCondition.UnbornConcern condition, PersonHistory history) {
        if (!history.person().unborn()) {
            return Optional.empty();
        }
        List<Sign> signs = new ArrayList<>(standing(history, condition.codes()));
        history.abuse().stream().filter(event -> moment.isWithin(event.on(), condition.withinDays())).map(AbuseEvent::sign).forEach(signs::add);
        return Holding.of("", Map.of(), signs);
    }

    /** Holds only where the child's health service has sent something since the review fell due: silence proves nothing. */
    private Optional<Holding> overdue(NeedRule rule, NeedCondition.ReviewOverdue condition, PersonHistory history) {
        List<Observed> known = history.health().all();
        LocalDate born = history.person().dateOfBirth();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (born == null) {
            doubts.undecided(rule.id(), "the child's date of birth is not known");
            return Optional.empty();
        }
        Observed newest = known.get(known.size() - 1);
        List<String> overdue = new ArrayList<>();
        condition.dueByDaysOfAge().forEach((code, days) -> {
            LocalDate due = born.plusDays(days);
            boolean recorded = known.stream().anyMatch(one -> one.finding().code().equals(code));
            if (!recorded && due.isBefore(moment.today()) && moment.isWithin(due, condition.withinDays())) {
                if (newest.on().isAfter(due)) {
                    overdue.add(NAMES.getOrDefault(code, "a review"));
                } else {
                    doubts.undecided(rule.id(), "the health service has sent nothing of the child since the review fell due");
                }
            }
            moment.changesOn(due.plusDays(1));
        });
        return overdue.isEmpty() ? Optional.empty()
                : Holding.of("", Map.of("reviews", String.join(", ", overdue)), List.of(newest.sign(null)));
    }
}
