package org.earlyhelp.hub.need.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The marks of a family's pupils over all schools, put together once a pupil, when first asked for. Not thread-safe. */
final class Registers {
    private final FamilyFacts facts;
    private final Map<Long, SessionMarks> pupils = new HashMap<>();

    Registers(FamilyFacts facts) {
        this.facts = facts;
    }

    /** All sessions of the member while under 18; none for who is no pupil. */
    SessionMarks of(Member person) {
        return pupils.computeIfAbsent(person.id(), id -> together(person));
    }

    private SessionMarks together(Member person) {
        Map<Long, HeldRecord> pupil = facts.records().stream().filter(record -> record.isAbout(person.id()))
                .collect(Collectors.toMap(HeldRecord::id, Function.identity()));
        return SessionMarks.of(facts.attendance().stream().filter(month -> pupil.containsKey(month.record()))
                .map(month -> new SessionMarks.Register(pupil.get(month.record()), month)).toList(), person::isChildOn);
    }
}
