package org.earlyhelp.hub.linkage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Role;

/**
 * The parents and carers whom a record names, each by how the full name sounds, folded to 16 bits: enough to tell that
 * two records name one parent, too little to read a name from. A half name tells nobody.
 */
final class ParentNames {
    /** Names kept of one record: of two parents, each with one other name in use. */
    static final int MOST_NAMES = 4;
    private static final int SIXTEEN_BITS = 0xffff;
    private static final int SPREAD = 0x9E3779B9;

    private ParentNames() {
    }

    /** Of the first parents in the order of the record; empty when it names none. */
    static Set<Integer> in(List<Mention> record) {
        return record.stream().filter(ParentNames::isParent).flatMap(parent -> namesOf(parent.person())).distinct().limit(MOST_NAMES)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isParent(Mention mention) {
        return mention.role() == Role.PARENT || mention.role() == Role.EXPECTANT_PARENT
                || mention.relationship() != null && mention.relationship().isCarer();
    }

    private static Stream<Integer> namesOf(MentionedPerson parent) {
        ComparableName name = ComparableName.of(parent.surname(), parent.forenames(), parent.knownAs());
        return name.surname() == null ? Stream.empty() : name.forenames().stream().map(words -> folded(name.surname(), words.get(0)));
    }

    private static int folded(String surname, String forename) {
        int mixed = (NameComparison.sound(surname) + "|" + NameComparison.sound(forename)).hashCode() * SPREAD;
        return mixed >>> Short.SIZE & SIXTEEN_BITS;
    }
}
