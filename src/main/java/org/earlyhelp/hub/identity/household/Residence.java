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
    private final Map<Long, List<Sighting>> sightings = new HashMap<>();
    private final Map<Long, Sighting> waiting = new HashMap<>();

    Residence(Collection<Statement> statements) {
        statements.stream().filter(Statement::current).sorted(Comparator.comparing(Statement::stamp).reversed()).forEach(statement ->
                statement.people().forEach(named -> sightings.computeIfAbsent(named.person(), key -> new ArrayList<>()).add(new Sighting(statement, named))));
        sightings.forEach((person, all) -> LoneWord.among(all).ifPresent(word -> waiting.put(person, word)));
    }

    /** The current address of a child: of the newest record that gives one; a place in care is none. Null = unknown. */
    Dwelling homeOfChild(long child) {
        return of(child).stream().filter(it -> it.saysHome() && !waits(it)).map(it -> it.named().dwelling()).findFirst().orElse(null);
    }

    /**
     * Whether the adult, a parent or carer of the child, lives with the child now: the newest record that puts the adult
     * somewhere decides. One that gives no address and puts the adult with another child of theirs is no word against
     * this one, where this child's home is still the one both were last put in. {@code lastPutTogether}: what the newest
     * record naming both says; it decides where a home is unknown.
     */
    boolean livesWith(long adult, long child, boolean lastPutTogether) {
        Dwelling home = homeOfChild(child);
        boolean stillThere = isHomeOfBoth(adult, child, home);
        for (Sighting sighting : of(adult)) {
            if (isWith(sighting, child) && !isLeftBehind(sighting, home)) {
                return true;
            }
            Dwelling place = waits(sighting) || stillThere && isOfOtherChildren(sighting) ? null : placeOf(sighting);
            if (place != null && home != null) {
                return place.isSameAs(home);
            }
        }
        return lastPutTogether;
    }

    private boolean isHomeOfBoth(long adult, long child, Dwelling home) {
        return of(adult).stream().filter(it -> isWith(it, child)).findFirst().stream().flatMap(it -> it.statement().people().stream())
                .anyMatch(it -> it.person() == child && (it.dwelling() == null || it.dwelling().isSameAs(home)));
    }

    private static boolean isOfOtherChildren(Sighting adult) {
        return adult.named().dwelling() == null && adult.statement().people().stream().anyMatch(it -> adult.statement().putsTogether(adult.named(), it));
    }

    /** The record gave an address of the adult, and the child's home is another one now: the adult does not go along unsaid. */
    private static boolean isLeftBehind(Sighting adult, Dwelling home) {
        Dwelling own = adult.named().dwelling();
        return own != null && own.isComplete() && home != null && !own.isSameAs(home);
    }

    private boolean waits(Sighting sighting) {
        return waiting.get(sighting.named().person()) == sighting;
    }

    /** All that current records say of a person, newest first. */
    List<Sighting> of(long person) {
        return sightings.getOrDefault(person, List.of());
    }

    private static boolean isWith(Sighting adult, long child) {
        return adult.statement().people().stream().anyMatch(it -> it.person() == child && adult.statement().putsTogether(adult.named(), it));
    }

    /** Where this record puts an adult: at the address it gives, else with a child, wherever that child lives now. */
    private Dwelling placeOf(Sighting adult) {
        Dwelling own = adult.named().dwelling();
        if (own != null && own.isComplete()) {
            return own;
        }
        return adult.statement().people().stream().filter(it -> adult.statement().putsTogether(adult.named(), it))
                .map(it -> homeOfChild(it.person())).filter(it -> it != null).findFirst().orElse(null);
    }
}
