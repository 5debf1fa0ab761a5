package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.engine.FamilyFacts.MarkedMonth;

/** The facts of a family as far as they had been observed by a moment of the past. Who belongs to the family is as today. Pure. */
public final class FactsAsOf {
    private FactsAsOf() {
    }

    /** The same facts without what was observed later, marks included. */
    public static FamilyFacts of(FamilyFacts facts, Instant then) {
        LocalDate day = London.dateOf(then);
        List<HeldRecord> records = facts.records().stream().filter(record -> !record.observedAt().isAfter(then)).toList();
        Set<Long> ids = records.stream().map(HeldRecord::id).collect(Collectors.toSet());
        Set<Long> registers = facts.attendance().stream().map(MarkedMonth::record).collect(Collectors.toSet());
        List<MarkedMonth> months = facts.attendance().stream().filter(month -> !month.month().isAfter(day)).map(month -> until(month, day)).toList();
        List<HeldRecord> withRegisters = facts.records().stream().filter(record -> ids.contains(record.id()) || registers.contains(record.id())).toList();
        Map<String, LocalDate> ends = new HashMap<>(facts.registerEnds());
        ends.replaceAll((school, end) -> end.isAfter(day) ? day : end);
        return new FamilyFacts(facts.familyId(), facts.familyRef(), facts.members(), facts.kinship(), withRegisters, months, ends, facts.restricted());
    }

    private static MarkedMonth until(MarkedMonth month, LocalDate day) {
        if (!month.month().equals(day.withDayOfMonth(1))) {
            return month;
        }
        int kept = Math.min(month.marks().length(), 2 * day.getDayOfMonth());
        return new MarkedMonth(month.record(), month.month(), month.marks().substring(0, kept) + " ".repeat(month.marks().length() - kept));
    }
}
