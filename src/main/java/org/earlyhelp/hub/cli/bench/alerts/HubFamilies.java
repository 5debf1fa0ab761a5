package org.earlyhelp.hub.cli.bench.alerts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.cli.bench.borough.ComposedBorough;
import org.earlyhelp.hub.cli.bench.borough.Linked;
import org.earlyhelp.hub.cli.bench.borough.LinkingRun;
import org.earlyhelp.hub.cli.bench.borough.Resident;
import org.earlyhelp.hub.cli.bench.borough.Truth;
import org.earlyhelp.hub.identity.household.Family;
import org.earlyhelp.hub.identity.household.FamilyRole;
import org.earlyhelp.hub.identity.household.Summaries;
import org.earlyhelp.hub.need.engine.FamilyFacts.Kin;
import org.earlyhelp.hub.need.engine.HeldFacts;
import org.earlyhelp.hub.need.engine.Member;

/** Families as the hub has them: people by its matching, households by its rules of families. */
final class HubFamilies {
    private final LinkingRun run;
    private final Map<Long, Resident> known;
    private final ComposedBorough borough;
    private final Summaries summaries;

    HubFamilies(LinkingRun run, Truth truth, LocalDate today) {
        this.run = run;
        this.known = Linked.mostlyWho(run.linked(truth));
        this.borough = ComposedBorough.of(run, run.index()::personOf, today);
        Set<Long> people = new HashSet<>();
        borough.composition().families().forEach(family -> people.addAll(family.members().keySet()));
        this.summaries = Summaries.of(people, borough.statements());
    }

    List<BoroughFamily> all() {
        HeldFacts facts = new BoroughFacts(run, new HubLinks(run)).all();
        Map<Long, List<Kin>> kin = borough.composition().kin().stream().filter(tie -> tie.relationship().isCarer())
                .map(tie -> new Kin(tie.child(), tie.adult(), tie.resident(), tie.certain())).collect(Collectors.groupingBy(Kin::child));
        Map<Long, Set<Long>> carers = borough.composition().kin().stream()
                .collect(Collectors.groupingBy(tie -> tie.child(), Collectors.mapping(tie -> tie.adult(), Collectors.toSet())));
        List<BoroughFamily> families = new ArrayList<>();
        borough.composition().families().forEach(family -> families.add(family(families.size() + 1L, family, facts, kin, carers)));
        return families;
    }

    private BoroughFamily family(long id, Family family, HeldFacts facts, Map<Long, List<Kin>> kin, Map<Long, Set<Long>> carers) {
        List<Member> members = family.members().entrySet().stream().map(member -> Member.of(member.getKey(), "P-" + member.getKey(),
                member.getValue() == FamilyRole.CHILD, summaries.of(member.getKey(), null), family.placeHidden(), false)).toList();
        Map<Long, Resident> people = family.members().keySet().stream().filter(known::containsKey).collect(Collectors.toMap(person -> person, known::get));
        Map<Long, Set<Long>> ofChildren = family.members().keySet().stream().filter(person -> family.members().get(person) == FamilyRole.CHILD)
                .collect(Collectors.toMap(child -> child, child -> carers.getOrDefault(child, Set.of())));
        return new BoroughFamily(facts.of(id, "F-" + id, members, kin), people, ofChildren);
    }

    private record HubLinks(LinkingRun run) implements BoroughFacts.Links {
        @Override
        public long personOf(long mention) {
            return run.index().personOf(mention);
        }

        @Override
        public String matchOf(long mention) {
            return run.decisionOn(mention).match().name();
        }
    }
}
