package org.earlyhelp.hub.cli.bench.borough;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.household.Family;

/**
 * Pairs of people who live together. A person of the hub counts as the true person most of its mentions are of; a pair
 * of true people is found when any of their persons share a family.
 */
final class FamilyPairs {
    /** Above any number that linking gave. */
    private static final long FIRST_TRUE_PERSON = 1L << 40;

    private FamilyPairs() {
    }

    /** Composes the families of all records and compares them with the households of those whom records mention. */
    static PairTally count(LinkingRun run, Collection<Linked> linked, LocalDate today) {
        return count(run, linked, today, run.index()::personOf);
    }

    /** As {@link #count}, if everybody whom the truth knows had been linked rightly: what the rules of families give at best. */
    static PairTally ofTrueIdentity(LinkingRun run, Collection<Linked> linked, LocalDate today) {
        Map<Long, Long> truth = new HashMap<>();
        Map<Resident, Long> numbers = new HashMap<>();
        linked.forEach(it -> truth.put(it.mention(), numbers.computeIfAbsent(it.who(), who -> FIRST_TRUE_PERSON + numbers.size())));
        Collection<Linked> rightly = linked.stream().map(it -> it.as(truth.get(it.mention()))).toList();
        return count(run, rightly, today, mention -> truth.getOrDefault(mention, run.index().personOf(mention)));
    }

    private static PairTally count(LinkingRun run, Collection<Linked> linked, LocalDate today, LongFunction<Long> personOf) {
        Map<Long, Resident> known = Linked.mostlyWho(linked);
        Set<Set<String>> together = new HashSet<>();
        ComposedBorough.of(run, personOf, today).composition().families().forEach(family -> together.addAll(pairs(residents(family, known))));
        Set<Set<String>> households = new HashSet<>();
        linked.stream().map(Linked::who).filter(who -> who.kind() != Resident.Kind.OUTSIDE).distinct()
                .collect(Collectors.groupingBy(Resident::household)).values().forEach(members -> households.addAll(pairs(members)));
        long found = households.stream().filter(together::contains).count();
        return new PairTally(found, households.size() - found, together.size() - found);
    }

    private static List<Resident> residents(Family family, Map<Long, Resident> known) {
        return family.members().keySet().stream().filter(known::containsKey).map(known::get).distinct().toList();
    }

    private static Set<Set<String>> pairs(List<Resident> people) {
        Set<Set<String>> pairs = new HashSet<>();
        for (int one = 0; one < people.size(); one++) {
            for (int other = one + 1; other < people.size(); other++) {
                pairs.add(Set.of(people.get(one).id(), people.get(other).id()));
            }
        }
        return pairs;
    }
}
