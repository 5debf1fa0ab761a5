package org.earlyhelp.hub.need.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.person.Role;

/** What the reader of an assessment must know of the records it rests on. */
final class ReaderNotes {
    private final FamilyFacts facts;
    private final Doubts doubts;

    ReaderNotes(FamilyFacts facts, Doubts doubts) {
        this.facts = facts;
        this.doubts = doubts;
    }

    void add(List<ShownNeed> needs, List<ShownHarm> harms) {
        if (facts.members().stream().anyMatch(Member::deceased)) {
            doubts.note("A person of this family is recorded as having died; facts about them are left out. Ask a manager to look.");
        }
        Set<HeldRecord> shown = new LinkedHashSet<>();
        Set<Member> people = new LinkedHashSet<>();
        needs.forEach(need -> {
            people.add(need.person());
            need.signs().forEach(sign -> shown.add(sign.record()));
        });
        harms.forEach(harm -> {
            people.add(harm.person());
            shown.add(harm.sign().record());
        });
        if (people.stream().anyMatch(person -> person.child() && person.isOfUnknownAge())) {
            doubts.note("The date of birth of a child is not known: the child is taken as under 11.");
        }
        shown.forEach(this::addNotesOf);
    }

    /** Notes on the record and on the child it is about; what is wrong with another person's details is not said here. */
    private void addNotesOf(HeldRecord record) {
        record.notes().forEach(doubts::note);
        record.mentions().stream().filter(mention -> mention.role().isSubject() && mention.role() != Role.UNBORN && isMember(mention.person()))
                .flatMap(mention -> mention.notes().stream()).forEach(doubts::note);
    }

    private boolean isMember(long person) {
        return facts.members().stream().anyMatch(member -> member.id() == person);
    }
}
