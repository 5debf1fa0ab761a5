package org.earlyhelp.hub.cli.generate;

import java.util.List;

/**
 * Children and the carers they live with. Never empty: at least one carer and one child. The first carer is the
 * one whom schools and police name.
 *
 * @param origin       of their names, in plain words
 * @param previousHome where they lived before; some senders still have it
 * @param apart        a parent who lives elsewhere, or null
 */
record Household(String id, String origin, Home home, Home previousHome, List<Carer> carers, List<Pupil> children, Apart apart) {
    record Home(String line1, String town, String postcode) {
    }

    /** {@code relationship} to the children: MOTHER or FATHER. */
    record Carer(Person person, String relationship) {
    }

    /** The children's other parent, at a home of their own. */
    record Apart(Carer carer, Home home) {
    }

    /** A child; {@code school} is null below school age and above it. */
    record Pupil(Person person, School school) {
    }

    Household {
        carers = List.copyOf(carers);
        children = List.copyOf(children);
    }

    /** The other parent as one who is named beside the carers; at most one. */
    List<Carer> carersApart() {
        return apart == null ? List.of() : List.of(apart.carer);
    }

    /** Whether the adult is the parent who lives elsewhere. */
    boolean isApart(Person adult) {
        return apart != null && apart.carer.person.equals(adult);
    }

    /** The household that somebody named in its records truly belongs to: a parent apart has one of their own. */
    String idOf(Person person) {
        return isApart(person) ? person.id() + "/apart" : id;
    }

    Carer mainCarer() {
        return carers.get(0);
    }

    /** Whether this is one of the carers who live here. */
    boolean isMember(Person adult) {
        return carers.stream().anyMatch(carer -> carer.person().equals(adult));
    }

    Person child(int index) {
        return children.get(index).person();
    }
}
