package org.earlyhelp.hub.cli.bench.alerts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.cli.bench.borough.LinkingRun;
import org.earlyhelp.hub.cli.bench.borough.Resident;
import org.earlyhelp.hub.cli.bench.borough.Truth;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.need.engine.FamilyFacts.Kin;
import org.earlyhelp.hub.need.engine.HeldFacts;
import org.earlyhelp.hub.need.engine.Member;
import org.earlyhelp.hub.person.Mention;

/** Families as they are: the true households, their children each with every carer, and every mention linked to whom it means. */
final class TrueFamilies {
    /** Above any number of a resident: a mention that the truth cannot place is somebody of their own. */
    private static final long FIRST_STRANGER = 1L << 40;

    private final LinkingRun run;
    private final Truth truth;
    private final Map<Resident, Long> numbers = new HashMap<>();

    TrueFamilies(LinkingRun run, Truth truth) {
        this.run = run;
        this.truth = truth;
        truth.residents().forEach(resident -> numbers.put(resident, numbers.size() + 1L));
    }

    List<BoroughFamily> all() {
        HeldFacts facts = new BoroughFacts(run, new TrueLinks(personByMention())).all();
        Map<String, List<Resident>> households = truth.residents().stream().filter(resident -> resident.kind() != Resident.Kind.OUTSIDE)
                .collect(Collectors.groupingBy(Resident::household, LinkedHashMap::new, Collectors.toList()));
        return households.entrySet().stream().map(household -> family(household.getKey(), household.getValue(), facts)).toList();
    }

    private BoroughFamily family(String household, List<Resident> residents, HeldFacts facts) {
        List<Member> members = residents.stream().map(this::member).toList();
        Map<Long, List<Kin>> kin = new HashMap<>();
        residents.stream().filter(Resident::isChild).map(numbers::get).forEach(child -> kin.put(child, residents.stream().filter(it -> !it.isChild())
                .map(carer -> new Kin(child, numbers.get(carer), true, true)).toList()));
        Map<Long, Resident> people = residents.stream().collect(Collectors.toMap(numbers::get, resident -> resident));
        Map<Long, Set<Long>> carers = new HashMap<>();
        kin.forEach((child, ties) -> carers.put(child, ties.stream().map(Kin::adult).collect(Collectors.toSet())));
        return new BoroughFamily(facts.of(numbers.get(residents.get(0)), household, members, kin), people, carers);
    }

    private Member member(Resident resident) {
        return new Member(numbers.get(resident), resident.id(), resident.isChild(), resident.born(), null, false, false, false, false, null, null);
    }

    private Map<Long, Long> personByMention() {
        Map<Long, Long> people = new HashMap<>();
        for (Arrival record : run.records()) {
            for (Mention mention : record.mentions()) {
                Resident who = truth.at(record.place(mention));
                people.put(record.mentionId(mention), who == null ? FIRST_STRANGER + people.size() : numbers.get(who));
            }
        }
        return people;
    }

    private record TrueLinks(Map<Long, Long> people) implements BoroughFacts.Links {
        @Override
        public long personOf(long mention) {
            return people.get(mention);
        }

        @Override
        public String matchOf(long mention) {
            return Match.CERTAIN.name();
        }
    }
}
