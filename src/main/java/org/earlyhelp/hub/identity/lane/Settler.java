package org.earlyhelp.hub.identity.lane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.IdentitySteward.Settled;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.cluster.settle.Regrouping;
import org.earlyhelp.hub.identity.cluster.settle.Tied;
import org.earlyhelp.hub.identity.storage.EventStore;
import org.earlyhelp.hub.identity.storage.PersonRow;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Reason;
import org.springframework.stereotype.Component;

/** Settles people who hang together, as a step of a change of the lane; references stay with most of what they stood for. */
@Component
class Settler {
    /** More mentions than this are not settled at once. */
    static final int MENTIONS_LIMIT = 2_000;
    /** More people than this are not made at once. */
    static final int NEW_PEOPLE_LIMIT = 200;

    private final LinkageModel model;
    private final PersonStore people;
    private final EventStore events;

    Settler(LinkageModel model, PersonStore people, EventStore events) {
        this.model = model;
        this.people = people;
        this.events = events;
    }

    /** Settles everybody around a standing person. Refused as {@code IdentitySteward.settle} says. */
    Settled settle(PersonIndex index, Changes changes, long person) {
        require(!index.isSealed(person), "a sealed identity is never judged anew");
        require(!index.mentions(person).isEmpty(), "no record speaks of that person any more");
        Set<Long> together = Tied.to(index, model, person);
        require(together.stream().mapToInt(it -> index.mentions(it).size()).sum() <= MENTIONS_LIMIT,
                "more than " + MENTIONS_LIMIT + " records hang together there; nothing was changed");
        List<List<Long>> groups = Regrouping.of(index, model, together, decided(index, together));
        require(groups.size() <= NEW_PEOPLE_LIMIT, "more than " + NEW_PEOPLE_LIMIT + " people would come of it; nothing was changed");
        Map<Long, List<Long>> groupOf = named(index, groups, changes);
        int moved = groupOf.entrySet().stream().mapToInt(it -> (int) it.getValue().stream().filter(mention -> !index.personOf(mention).equals(it.getKey())).count()).sum();
        carryOut(index, changes, together, groupOf);
        return new Settled(together.size(), groups.size(), moved);
    }

    /** People whom somebody joined or parted by hand, or whose data is used only to keep a child safe. */
    private Set<Long> decided(PersonIndex index, Set<Long> together) {
        Set<Long> restricted = people.restricted();
        Collection<PersonRow> rows = people.read(together).values();
        Set<String> joined = events.joinedByHand(rows.stream().map(PersonRow::ref).toList());
        return rows.stream().filter(row -> joined.contains(row.ref()) || !index.keptApartFrom(row.id()).isEmpty() || restricted.contains(row.id())).map(PersonRow::id).collect(Collectors.toSet());
    }

    /** Groups by the person they are: the one most of the group was, of several the oldest; each person is one group at most. */
    private static Map<Long, List<Long>> named(PersonIndex index, List<List<Long>> groups, Changes changes) {
        record Claim(int group, long person, long mentions) {
        }
        List<Claim> claims = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            int at = group;
            groups.get(group).stream().collect(Collectors.groupingBy(index::personOf, Collectors.counting()))
                    .forEach((person, mentions) -> claims.add(new Claim(at, person, mentions)));
        }
        claims.sort(Comparator.comparingLong(Claim::mentions).reversed().thenComparingLong(Claim::person).thenComparingInt(Claim::group));
        Map<Long, List<Long>> named = new TreeMap<>();
        Set<Integer> done = new HashSet<>();
        claims.stream().filter(claim -> !done.contains(claim.group) && !named.containsKey(claim.person))
                .forEach(claim -> {
                    named.put(claim.person, groups.get(claim.group));
                    done.add(claim.group);
                });
        for (int group = 0; group < groups.size(); group++) {
            if (!done.contains(group)) {
                named.put(changes.newPerson(), groups.get(group));
            }
        }
        return named;
    }

    private static void carryOut(PersonIndex index, Changes changes, Set<Long> together, Map<Long, List<Long>> groupOf) {
        for (long from : together) {
            Map<Long, List<Long>> leaving = leaving(index, from, groupOf);
            Long heir = groupOf.containsKey(from) ? null : heir(leaving);
            leaving.forEach((to, mentions) -> {
                if (!to.equals(heir)) {
                    shift(index, changes, from, to, mentions);
                }
            });
            if (heir != null) {
                changes.join(index, heir, from, Reason.SETTLED);
            }
        }
    }

    /** The mentions of a person that belong to somebody else now, by whom. */
    private static Map<Long, List<Long>> leaving(PersonIndex index, long from, Map<Long, List<Long>> groupOf) {
        Map<Long, Long> target = new TreeMap<>();
        groupOf.forEach((person, mentions) -> mentions.forEach(mention -> target.put(mention, person)));
        return index.mentions(from).stream().filter(mention -> target.get(mention) != from)
                .collect(Collectors.groupingBy(target::get, TreeMap::new, Collectors.toList()));
    }

    /** Who takes over the reference of a person of whom nothing is left: whoever got most, of several the oldest. */
    private static Long heir(Map<Long, List<Long>> leaving) {
        return leaving.entrySet().stream().max(Comparator.<Map.Entry<Long, List<Long>>>comparingInt(it -> it.getValue().size())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder())).orElseThrow().getKey();
    }

    private static void shift(PersonIndex index, Changes changes, long from, long to, List<Long> mentions) {
        mentions.forEach(mention -> index.move(mention, to));
        changes.part(new Changes.Parting(from, to, mentions, false));
        changes.touch(from, false);
        changes.touch(to, false);
        changes.step(new Changes.Step("split", from, to, mentions, Reason.SETTLED));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
