package org.earlyhelp.hub.cli.torture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be killed: the hub itself, or the broker or the database that it then finds outside itself. */
enum Victim {
    HUB, BROKER, DATABASE;

    /** What is killed in turn: each alone, and where there are several, all at once after each round. */
    static List<Set<Victim>> turns(Set<Victim> victims) {
        List<Set<Victim>> turns = new ArrayList<>();
        victims.stream().sorted().forEach(victim -> turns.add(Set.of(victim)));
        if (victims.size() > 1) {
            turns.add(Set.copyOf(victims));
        }
        return turns;
    }

    /** Reads a list such as {@code hub,broker}. Throws IllegalArgumentException that names what it is not. */
    static Set<Victim> parse(String list) {
        Set<Victim> victims = EnumSet.noneOf(Victim.class);
        for (String word : list.split(",")) {
            try {
                victims.add(valueOf(word.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("\"" + word.strip() + "\" is none of hub, broker, database", e);
            }
        }
        return victims;
    }

    static String words(Set<Victim> victims) {
        return String.join(" and ", victims.stream().sorted().map(victim -> victim.name().toLowerCase(Locale.ROOT)).toList());
    }
}
