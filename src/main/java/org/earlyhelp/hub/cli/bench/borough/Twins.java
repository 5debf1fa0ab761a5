package org.earlyhelp.hub.cli.bench.borough;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Twins among people. */
final class Twins {
    private Twins() {
    }

    /** How many pairs of twins are both among them. */
    static int pairs(Collection<Resident> people) {
        Collection<List<Resident>> births = people.stream().filter(it -> it.birthOrder() > 0)
                .collect(Collectors.groupingBy(it -> it.household() + " " + it.born())).values();
        return births.stream().mapToInt(born -> born.size() * (born.size() - 1) / 2).sum();
    }
}
