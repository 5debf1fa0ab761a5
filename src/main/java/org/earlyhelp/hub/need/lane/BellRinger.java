package org.earlyhelp.hub.need.lane;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.BeforeTheBell;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.engine.PupilsAtRisk;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamilyFactsStore;
import org.earlyhelp.hub.need.storage.FamiliesByNeed;
import org.springframework.stereotype.Component;

/** Looks for pupils by the families that have the need, then asks their facts. */
@Component
class BellRinger implements BeforeTheBell {
    private static final LocalTime SCHOOL_ENDS = LocalTime.of(15, 0);
    private static final int SEARCH_LIMIT_DAYS = 100;

    private final RuleBook rules;
    private final FamiliesByNeed families;
    private final FamilyFactsStore facts;
    private final HubClock clock;

    BellRinger(RuleBook rules, FamiliesByNeed families, FamilyFactsStore facts, HubClock clock) {
        this.rules = rules;
        this.families = families;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> nextSchoolDay(Instant now) {
        LocalDate today = London.dateOf(now);
        LocalDate first = London.timeOf(now).toLocalTime().isBefore(SCHOOL_ENDS) ? today : today.plusDays(1);
        return first.datesUntil(first.plusDays(SEARCH_LIMIT_DAYS)).filter(rules::isSchoolDay).findFirst();
    }

    @Override
    public Optional<Instant> lastBell(LocalDate schoolDay) {
        return schoolDay.minusDays(SEARCH_LIMIT_DAYS).datesUntil(schoolDay).filter(rules::isSchoolDay).reduce((earlier, later) -> later)
                .map(day -> London.instantOf(day.atTime(SCHOOL_ENDS)));
    }

    @Override
    public List<Pupil> since(Instant lastBell, int limit) {
        return rules.rules().map(read -> pupils(read, lastBell, limit)).orElse(List.of());
    }

    private List<Pupil> pupils(Rules read, Instant lastBell, int limit) {
        LocalDate onRegisterSince = clock.today().minusDays(read.registerWithinDays());
        List<String> codes = read.needs().stream().filter(rule -> rule.condition() instanceof NeedCondition.DomesticAbuse).map(NeedRule::id).toList();
        List<Long> ids = families.withNeedSince(codes, London.dateOf(lastBell), limit);
        return facts.facts(ids, onRegisterSince, false).values().stream().flatMap(family -> PupilsAtRisk.of(family, lastBell, onRegisterSince).stream())
                .sorted(Comparator.comparing(Pupil::at).reversed().thenComparing(Pupil::person)).limit(limit).toList();
    }
}
