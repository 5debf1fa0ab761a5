package org.earlyhelp.hub.cli.bench.alerts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.cli.bench.borough.Resident;

/**
 * An alert that was raised.
 *
 * @param families whose it is, then those for whom it speaks
 * @param codes    of its needs and harm tests, sorted, such as {@code MISSING SCHOOL_ABSENCE}
 * @param evidence the records it rests on
 */
record Found(List<BoroughFamily> families, TrueAlert.Raised raised, String codes, Set<String> evidence) {
    Found {
        families = List.copyOf(families);
        evidence = Set.copyOf(evidence);
    }

    /** The same, about that family as well. */
    Found speakingFor(BoroughFamily family) {
        List<BoroughFamily> both = new ArrayList<>(families);
        both.add(family);
        return new Found(both, raised, codes, evidence);
    }

    /** Whose children it is about. */
    Set<String> households() {
        Set<String> households = new LinkedHashSet<>();
        families.forEach(family -> households.addAll(family.households()));
        return households;
    }

    /** Who truly belongs to its families. */
    Set<Resident> residents() {
        Set<Resident> residents = new HashSet<>();
        families.stream().map(BoroughFamily::people).map(Map::values).forEach(residents::addAll);
        return residents;
    }

    boolean hasCarer() {
        return families.stream().anyMatch(family -> family.household().adults());
    }
}
