package org.earlyhelp.hub.identity.household;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import org.earlyhelp.hub.linkage.Dwelling;

/** Where everybody lives by the newest word of it. Built once for a set of records, then asked. */
final class Residence {
    /** One record's word about one person. */
    record Sighting(Statement statement, Named named) {
    }

    private final Map<Long, List<Sighting>> sightings = new HashMap<>();

    Residence(Collection<Statement> statements) {
        statements.stream().filter(Statement::current).sorted(Comparator.comparing(Statement::stamp).reversed()).forEach(statement ->
                statement.people().forEach(named -> sightings.computeIfAbsent(named.person(), key -> new ArrayList<>()).add(new Sighting(statement, named))));
    }

    /** The current address of a child: of the newest record that gives one; a place in care is none. Null = unknown. */
    Dwelling homeOfChild(long child) {
        return of(child).stream().filter(it -> !it.statement().inCare()).map(it -> it.named().dwelling())
                .filter(it -> it != null && it.isComplete()).findFirst().orElse(null);
    }

    /**
     * Whether the adult, a parent or carer of the child, lives with the child now. {@code lastPutTogether}: what the
     * newest record naming both says; it decides where a home is unknown.
     */
    boolean livesWith(long adult, long child, boolean lastPutTogether) {
        Dwelling home = homeOfChild(child);
        for (Sighting sighting : of(adult)) {
            if (isWith(sighting, child)) {
                return true;
            }
            Dwelling place = placeOf(sighting);
            if (place != null && home != null) {
                return place.isSameAs(home);
            }
        }
        return lastPutTogether;
    }

    /** All that current records say of a person, newest first. */
    List<Sighting> of(long person) {
        return sightings.getOrDefault(person, List.of());
    }

    private static boolean isWith(Sighting adult, long child) {
        return adult.statement().people().stream().anyMatch(it -> it.person() == child && adult.statement().putsTogether(adult.named(), it));
    }

    /** Where this record puts an adult: with a child, wherever that child lives now, else at the address it gives. */
    private Dwelling placeOf(Sighting adult) {
        Dwelling withChild = adult.statement().people().stream().filter(it -> adult.statement().putsTogether(adult.named(), it))
                .map(it -> homeOfChild(it.person())).filter(it -> it != null).findFirst().orElse(null);
        if (withChild != null) {
            return withChild;
        }
        Dwelling own = adult.named().dwelling();
        return own != null && own.isComplete() ? own : null;
    }
}
