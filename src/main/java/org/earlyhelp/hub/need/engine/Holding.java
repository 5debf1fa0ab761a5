package org.earlyhelp.hub.need.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That a condition holds for one person: the grade it gives ("" for none), what fills the places of the rule's sentence,
 * and the signs it rests on. No signs only where a condition rests on no fact of an agency, such as an age.
 */
record Holding(String grade, Map<String, ?> places, List<Sign> signs) {
    Holding {
        places = Map.copyOf(places);
        signs = List.copyOf(signs);
    }

    /** Empty when there is no sign. */
    static Optional<Holding> of(String grade, Map<String, ?> places, List<Sign> signs) {
        return signs.isEmpty() ? Optional.empty() : Optional.of(new Holding(grade, places, signs));
    }
}
