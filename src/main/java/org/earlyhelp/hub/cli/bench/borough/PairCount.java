package org.earlyhelp.hub.cli.bench.borough;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares all pairs of mentions that are of one person, or were joined, with the truth. */
final class PairCount {
    private final Collection<List<Linked>> byTruth;
    private final Collection<List<Linked>> byHub;

    /** Takes each pair once. */
    interface Visitor {
        void visit(Linked one, Linked other);
    }

    PairCount(Collection<Linked> mentions) {
        byTruth = grouped(mentions, it -> it.who().id());
        byHub = grouped(mentions, Linked::person);
    }

    private static <K> Collection<List<Linked>> grouped(Collection<Linked> mentions, Function<Linked, K> key) {
        return mentions.stream().collect(Collectors.groupingBy(key)).values();
    }

    /** Pairs of which {@code counts} holds. */
    PairTally tally(BiPredicate<Linked, Linked> counts) {
        return by((one, other) -> counts.test(one, other) ? Set.of("") : Set.of()).getOrDefault("", PairTally.NONE);
    }

    /** A tally for each name that {@code names} gives to a pair; a pair with two names counts in both. */
    Map<String, PairTally> by(BiFunction<Linked, Linked, Set<String>> names) {
        Map<String, PairTally> tallies = new TreeMap<>();
        eachOf(byTruth, (one, other) -> add(tallies, names.apply(one, other), one.person() == other.person() ? new PairTally(1, 0, 0) : new PairTally(0, 1, 0)));
        eachFalse((one, other) -> add(tallies, names.apply(one, other), new PairTally(0, 0, 1)));
        return tallies;
    }

    /** Pairs of one true person that are not joined. */
    void eachMissed(Visitor visitor) {
        eachOf(byTruth, (one, other) -> {
            if (one.person() != other.person()) {
                visitor.visit(one, other);
            }
        });
    }

    /** Joined pairs of two true people. */
    void eachFalse(Visitor visitor) {
        eachOf(byHub, (one, other) -> {
            if (!one.who().id().equals(other.who().id())) {
                visitor.visit(one, other);
            }
        });
    }

    /** Pairs of true people who have mentions joined, each pair of people once. */
    Set<Set<String>> peopleJoined(BiPredicate<Resident, Resident> counts) {
        Set<Set<String>> joined = new HashSet<>();
        eachFalse((one, other) -> {
            if (counts.test(one.who(), other.who())) {
                joined.add(Set.of(one.who().id(), other.who().id()));
            }
        });
        return joined;
    }

    private static void add(Map<String, PairTally> tallies, Set<String> names, PairTally pair) {
        names.forEach(name -> tallies.merge(name, pair, PairTally::plus));
    }

    private static void eachOf(Collection<List<Linked>> groups, Visitor visitor) {
        for (List<Linked> group : groups) {
            for (int one = 0; one < group.size(); one++) {
                for (int other = one + 1; other < group.size(); other++) {
                    visitor.visit(group.get(one), group.get(other));
                }
            }
        }
    }
}
