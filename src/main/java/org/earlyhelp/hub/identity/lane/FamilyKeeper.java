package org.earlyhelp.hub.identity.lane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.household.Family;
import org.earlyhelp.hub.identity.household.FamilyComposer;
import org.earlyhelp.hub.identity.household.FamilyComposer.Composition;
import org.earlyhelp.hub.identity.household.FamilyRegister;
import org.earlyhelp.hub.identity.household.FamilyRegister.Entry;
import org.earlyhelp.hub.identity.household.Statement;
import org.earlyhelp.hub.identity.household.Summaries;
import org.earlyhelp.hub.identity.storage.EventStore.Moved;
import org.earlyhelp.hub.identity.storage.FamilyStore;
import org.earlyhelp.hub.identity.storage.PersonRow;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.identity.storage.StatementStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;

/** Composes again the families around people who were touched, and no others, and keeps their references. */
@Component
class FamilyKeeper {
    /** What became of families: ids by kind of change, kept first; and who moved between them or is hidden from now on. */
    record Outcome(Map<Long, Long> familyOf, List<long[]> merged, List<long[]> split, List<Moved> moved, Map<Long, Boolean> toAssess) {
        Outcome() {
            this(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        }
    }

    private final PersonStore people;
    private final FamilyStore families;
    private final StatementStore statements;
    private final HubClock clock;

    FamilyKeeper(PersonStore people, FamilyStore families, StatementStore statements, HubClock clock) {
        this.people = people;
        this.families = families;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Places everybody around the touched people.
     *
     * @param touched people and whether that is urgent
     * @param former  families that people had who were merged away, with the person who was kept
     * @param hide    whose place is to be hidden from now on, whatever their own records say
     */
    Outcome keep(PersonIndex index, Map<Long, Boolean> touched, Map<Long, Long> former, Set<Long> hide) {
        Set<Long> around = people.withFamilies(index.neighbours(index.neighbours(touched.keySet())));
        Map<Long, PersonRow> before = people.read(around);
        List<Statement> said = statements.of(index.records(index.neighbours(around)));
        Composition composition = FamilyComposer.compose(around, said, clock.today());
        families.setKin(around, composition.kin());
        List<Placed> placed = number(composition.families(), before, clock.now());
        Map<Long, PersonRow> after = rows(placed, before, hide, Summaries.of(around, said));
        people.update(after.values().stream().filter(row -> !row.equals(before.get(row.id()))).toList());
        Outcome outcome = outcome(placed, before, after);
        endFormer(former, after, outcome);
        assess(outcome, touched, composition, before, after);
        return outcome;
    }

    private record Placed(long id, Entry entry) {
    }

    private List<Placed> number(List<Family> composed, Map<Long, PersonRow> before, Instant now) {
        Map<Long, Long> familyBefore = new HashMap<>();
        before.values().stream().filter(row -> row.family() != null).forEach(row -> familyBefore.put(row.id(), row.family()));
        List<Entry> entries = FamilyRegister.assign(composed, familyBefore);
        List<Long> fresh = new ArrayList<>(families.create((int) entries.stream().filter(it -> it.id() == null).count(), now).keySet());
        return entries.stream().map(entry -> new Placed(entry.id() == null ? fresh.remove(0) : entry.id(), entry)).toList();
    }

    private static Map<Long, PersonRow> rows(List<Placed> placed, Map<Long, PersonRow> before, Set<Long> hide, Summaries summaries) {
        Map<Long, PersonRow> after = new TreeMap<>();
        for (Placed one : placed) {
            Family family = one.entry.family();
            boolean hidden = family.placeHidden() || family.members().keySet().stream().anyMatch(member -> hide.contains(member) || before.get(member).placeHidden());
            family.members().forEach((member, role) -> after.put(member, new PersonRow(member, before.get(member).ref(), one.id, role, hidden,
                    summaries.of(member, before.get(member).summary()))));
        }
        before.values().stream().filter(row -> !after.containsKey(row.id()))
                .forEach(row -> after.put(row.id(), new PersonRow(row.id(), row.ref(), null, null, row.placeHidden(), row.summary())));
        return after;
    }

    private Outcome outcome(List<Placed> placed, Map<Long, PersonRow> before, Map<Long, PersonRow> after) {
        Outcome outcome = new Outcome();
        after.values().stream().filter(row -> row.family() != null).forEach(row -> outcome.familyOf.put(row.id(), row.family()));
        after.values().forEach(row -> outcome.moved.add(moved(before.get(row.id()), row)));
        outcome.moved.removeIf(moved -> Objects.equals(moved.from(), moved.to()) && !moved.hid());
        for (Placed one : placed) {
            one.entry.takeover().forEach(gone -> {
                families.goneInto(gone, one.id);
                outcome.merged.add(new long[] {one.id, gone});
            });
            if (one.entry.splitOff() != null) {
                outcome.split.add(new long[] {one.entry.splitOff(), one.id});
            }
        }
        return outcome;
    }

    private static Moved moved(PersonRow before, PersonRow after) {
        return new Moved(after.id(), before.family(), after.family(), after.placeHidden() && !before.placeHidden());
    }

    /** A family whose last member was merged away goes where that person is now. */
    private void endFormer(Map<Long, Long> former, Map<Long, PersonRow> after, Outcome outcome) {
        Set<Long> alive = after.values().stream().map(PersonRow::family).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Long> ended = outcome.merged.stream().map(pair -> pair[1]).collect(Collectors.toCollection(HashSet::new));
        former.forEach((family, kept) -> {
            Long home = after.containsKey(kept) ? after.get(kept).family() : null;
            if (!alive.contains(family) && home != null && ended.add(family)) {
                families.goneInto(family, home);
                outcome.merged.add(new long[] {home, family});
            }
        });
    }

    /** Families of touched people and of the children they are parents of, and families that people joined or left. */
    private void assess(Outcome outcome, Map<Long, Boolean> touched, Composition composition, Map<Long, PersonRow> before, Map<Long, PersonRow> after) {
        Map<Long, Boolean> concerned = new HashMap<>(touched);
        composition.kin().stream().filter(kin -> touched.containsKey(kin.adult()))
                .forEach(kin -> concerned.merge(kin.child(), touched.get(kin.adult()), Boolean::logicalOr));
        after.values().stream().filter(row -> !Objects.equals(row.family(), before.get(row.id()).family())
                || row.placeHidden() != before.get(row.id()).placeHidden()).forEach(row -> concerned.merge(row.id(), false, Boolean::logicalOr));
        Set<Long> alive = new HashSet<>(outcome.familyOf.values());
        concerned.forEach((person, urgent) -> {
            if (after.containsKey(person)) {
                queue(outcome, after.get(person).family(), urgent, alive);
                queue(outcome, before.get(person).family(), urgent, alive);
            }
        });
        families.queue(outcome.toAssess);
    }

    private static void queue(Outcome outcome, Long family, boolean urgent, Set<Long> alive) {
        if (family != null && alive.contains(family)) {
            outcome.toAssess.merge(family, urgent, Boolean::logicalOr);
        }
    }
}
