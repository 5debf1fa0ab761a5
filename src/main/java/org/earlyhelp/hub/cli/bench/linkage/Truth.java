package org.earlyhelp.hub.cli.bench.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Who each record is of and where they live, as numbers. */
final class Truth {
    private final int[] people;
    private final int[] homes;
    private final long pairs;

    /** {@code homes} null when nobody says. */
    Truth(String[] people, String[] homes) {
        this.people = numbered(people);
        this.homes = homes == null ? null : numbered(homes);
        this.pairs = Arrays.stream(this.people).boxed().collect(Collectors.groupingBy(person -> person, Collectors.counting()))
                .values().stream().mapToLong(count -> count * (count - 1) / 2).sum();
    }

    private static int[] numbered(String[] values) {
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(values).mapToInt(value -> numbers.computeIfAbsent(value, key -> numbers.size())).toArray();
    }

    boolean isOnePerson(int one, int other) {
        return people[one] == people[other];
    }

    boolean isOneHome(int one, int other) {
        return homes != null && homes[one] == homes[other];
    }

    /** How many pairs of records are of one person. */
    long pairs() {
        return pairs;
    }
}
