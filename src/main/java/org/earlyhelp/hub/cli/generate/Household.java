package org.earlyhelp.hub.cli.generate;

import java.util.List;

/**
 * Children and the carers they live with. Never empty: at least one carer and one child. The first carer is the
 * one whom schools and police name.
 *
 * @param origin       of their names, in plain words
 * @param previousHome where they lived before; some senders still have it
 */
record Household(String id, String origin, Home home, Home previousHome, List<Carer> carers, List<Pupil> children) {
    record Home(String line1, String town, String postcode) {
    }

    /** {@code relationship} to the children: MOTHER or FATHER. */
    record Carer(Person person, String relationship) {
    }

    /** A child; {@code school} is null below school age and above it. */
    record Pupil(Person person, School school) {
    }

    Household {
        carers = List.copyOf(carers);
        children = List.copyOf(children);
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
