package org.earlyhelp.hub.cli.bench.alerts;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.life.SpokenFor.Household;
import org.earlyhelp.hub.cli.bench.borough.Resident;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.Member;

/**
 * A family, its facts, and who its people truly are.
 *
 * @param people by person of the family, without those of whom nobody can say who they are
 * @param carers by child of the family, everybody who is said to care for it, wherever they live
 */
record BoroughFamily(FamilyFacts facts, Map<Long, Resident> people, Map<Long, Set<Long>> carers) {
    BoroughFamily {
        people = Map.copyOf(people);
        carers = Map.copyOf(carers);
    }

    /** Whose children the family's are. */
    Set<String> households() {
        return people.values().stream().filter(Resident::isChild).map(Resident::household).collect(Collectors.toSet());
    }

    /** As an alert that might speak for others, or be spoken for, sees it. */
    Household household() {
        return new Household(facts.members().stream().map(Member::id).collect(Collectors.toSet()), carers, facts.members().stream().anyMatch(member -> !member.child()),
                facts.members().stream().anyMatch(Member::placeHidden));
    }
}
