package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.need.engine.FamilyFacts.Kin;
import org.earlyhelp.hub.need.engine.FamilyFacts.MarkedMonth;

/**
 * What is held of many people, out of which the facts of each of their families are taken.
 *
 * @param records     by person, see {@link #byPerson}
 * @param marks       by attendance record
 * @param registerEnds as {@link FamilyFacts#registerEnds()}
 */
public record HeldFacts(Map<Long, List<HeldRecord>> records, Map<Long, List<MarkedMonth>> marks, Map<String, LocalDate> registerEnds) {
    private record Source(String agency, String feed, String sourceRef) {
    }

    /** The facts of one family; {@code kinship} is by child. */
    public FamilyFacts of(long family, String ref, List<Member> members, Map<Long, List<Kin>> kinship) {
        List<Kin> kin = members.stream().flatMap(member -> kinship.getOrDefault(member.id(), List.of()).stream()).toList();
        Set<Long> people = new LinkedHashSet<>(members.stream().map(Member::id).toList());
        kin.forEach(one -> people.add(one.adult()));
        Map<Long, HeldRecord> held = new LinkedHashMap<>();
        people.forEach(person -> records.getOrDefault(person, List.of()).forEach(record -> held.put(record.id(), record)));
        List<MarkedMonth> months = held.keySet().stream().flatMap(record -> marks.getOrDefault(record, List.of()).stream()).toList();
        return new FamilyFacts(family, ref, members, kin, List.copyOf(held.values()), months, registerEnds);
    }

    /**
     * By person, the records that mention them or of which another version does. What no version stands of is left out.
     *
     * @param current ids of the records that stand
     */
    public static Map<Long, List<HeldRecord>> byPerson(Collection<HeldRecord> records, Set<Long> current) {
        Map<Source, List<HeldRecord>> cases = new LinkedHashMap<>();
        records.forEach(record -> cases.computeIfAbsent(new Source(record.agency(), record.feed(), record.sourceRef()), none -> new ArrayList<>()).add(record));
        Map<Long, List<HeldRecord>> byPerson = new HashMap<>();
        cases.values().stream().filter(versions -> versions.stream().anyMatch(version -> current.contains(version.id()))).forEach(versions ->
                peopleOf(versions).forEach(person -> byPerson.computeIfAbsent(person, none -> new ArrayList<>()).addAll(versions)));
        return byPerson;
    }

    private static Set<Long> peopleOf(List<HeldRecord> versions) {
        Set<Long> people = new HashSet<>();
        versions.forEach(version -> version.mentions().stream().filter(mention -> mention.person() != 0).forEach(mention -> people.add(mention.person())));
        return people;
    }
}
