package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.BeforeTheBell.Pupil;
import org.earlyhelp.hub.need.engine.SessionMarks.Marked;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceDay;

/** Finds children with a recent mark on a register whom a domestic-abuse referral concerns. Pure. */
public final class PupilsAtRisk {
    private PupilsAtRisk() {
    }

    /** Those of one family; {@code onRegisterSince} is the earliest day of a mark that makes a child a pupil. */
    public static List<Pupil> of(FamilyFacts facts, Instant since, LocalDate onRegisterSince) {
        return PersonHistory.of(facts).stream().filter(history -> history.person().child()).flatMap(history -> pupil(facts, history, since, onRegisterSince)).toList();
    }

    private static Stream<Pupil> pupil(FamilyFacts facts, PersonHistory history, Instant since, LocalDate onRegisterSince) {
        Optional<Marked> mark = history.sessions(onRegisterSince).all().stream().filter(marked -> marked.code() != AttendanceCode.NOT_ON_ROLL)
                .reduce((earlier, later) -> later);
        return mark.stream().flatMap(marked -> history.abuse().stream().filter(event -> !event.at().isBefore(since))
                .map(event -> pupil(facts.familyRef(), history.person(), event, marked.record())));
    }

    private static Pupil pupil(String family, Member child, AbuseEvent event, HeldRecord register) {
        return new Pupil(family, child.ref(), event.source().highest().agency(), event.at(), ((AttendanceDay) register.fact()).urn(), register.agency(),
                event.source().highest().evidence());
    }
}
