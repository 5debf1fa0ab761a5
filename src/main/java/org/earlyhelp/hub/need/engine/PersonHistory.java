package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.Fact;

/** The facts of a family as they concern one living member. Not thread-safe. */
final class PersonHistory {
    private final Member person;
    private final CaseHistory cases;
    private final Registers registers;
    private final LocalDate until;

    private PersonHistory(Member person, CaseHistory cases, Registers registers, LocalDate until) {
        this.person = person;
        this.cases = cases;
        this.registers = registers;
        this.until = until;
    }

    /** One history for each member who has not died. */
    static List<PersonHistory> of(FamilyFacts facts) {
        return of(facts, new Registers(facts), LocalDate.MAX);
    }

    /** The same, with marks from registers that were put together before, up to and including a day. */
    static List<PersonHistory> of(FamilyFacts facts, Registers registers, LocalDate until) {
        List<SourceCase> cases = SourceCase.of(facts.records());
        return facts.members().stream().filter(member -> !member.deceased())
                .map(member -> new PersonHistory(member, new CaseHistory(member, facts.kinship(), cases), registers, until)).toList();
    }

    /** The same but for marks, which reach up to and including that day. */
    PersonHistory until(LocalDate day) {
        return new PersonHistory(person, cases, registers, day);
    }

    Member person() {
        return person;
    }

    /** The child's sessions from the day on, while under 18. */
    SessionMarks sessions(LocalDate since) {
        return registers.of(person).between(since, until);
    }

    boolean hasUndated(Class<? extends Fact> kind) {
        return cases.hasUndated(kind);
    }

    List<Episode> episodes() {
        return cases.episodes();
    }

    List<SourceCase> concerns() {
        return cases.concerns();
    }

    List<SourceCase> involvements() {
        return cases.involvements();
    }

    HealthHistory health() {
        return cases.health();
    }

    List<AbuseEvent> abuse() {
        return cases.abuse();
    }
}
