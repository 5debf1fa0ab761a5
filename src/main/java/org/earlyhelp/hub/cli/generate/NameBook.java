package org.earlyhelp.hub.cli.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The names of all origins, as {@code names.txt} has them. Immutable. */
final class NameBook {
    static final NameBook ORIGINS = new NameBook(NameFile.lines("names.txt"));
    private static final int FORENAMES_FLAT = 12;

    private final List<NamePool> pools = new ArrayList<>();

    private NameBook(List<String> lines) {
        Map<String, List<String>> section = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            if (words[0].equals("origin") && !section.isEmpty()) {
                pools.add(pool(section));
                section.clear();
            }
            section.computeIfAbsent(words[0], key -> new ArrayList<>()).addAll(words[0].equals("origin") ? List.of(words[1]) : List.of(words[1].split(" ")));
        }
        pools.add(pool(section));
        if (pools.stream().mapToInt(NamePool::share).sum() != 100) {
            throw new IllegalStateException("the shares of names.txt do not add up to 100");
        }
    }

    /** One origin, as often as its share of households. */
    NamePool anyOrigin(RandomGenerator random) {
        int at = random.nextInt(100);
        for (NamePool pool : pools) {
            at -= pool.share();
            if (at < 0) {
                return pool;
            }
        }
        throw new IllegalStateException("shares add up to less than 100");
    }

    List<NamePool> pools() {
        return List.copyOf(pools);
    }

    private static NamePool pool(Map<String, List<String>> section) {
        return new NamePool(section.get("origin").get(0), number(section, "share"), number(section, "double"),
                new NameList(section.get("surnames"), number(section, "flat")), new NameList(section.get("girls"), FORENAMES_FLAT),
                new NameList(section.get("boys"), FORENAMES_FLAT), List.copyOf(section.getOrDefault("stems", List.of())), List.copyOf(section.getOrDefault("ends", List.of())));
    }

    private static int number(Map<String, List<String>> section, String name) {
        return Integer.parseInt(section.get(name).get(0));
    }
}
