package org.earlyhelp.hub.identity.household;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.MentionedPerson;

/** The newest word about each of some people. */
public final class Summaries {
    private final Map<Long, List<MentionedPerson>> current = new HashMap<>();
    private final Map<Long, List<MentionedPerson>> always = new HashMap<>();
    private final Map<Long, List<Sighting>> sightings = new HashMap<>();

    private Summaries() {
    }

    /** Of the people asked for, by all records that mention them. */
    public static Summaries of(Set<Long> people, Collection<Statement> statements) {
        Summaries summaries = new Summaries();
        statements.stream().sorted(Comparator.comparing(Statement::stamp).reversed()).forEach(statement -> {
            for (Named named : statement.people()) {
                if (people.contains(named.person())) {
                    summaries.add(statement, named);
                }
            }
        });
        return summaries;
    }

    /** The summary of a person; as it was when no record says anything. */
    public MentionedPerson of(long person, MentionedPerson before) {
        List<MentionedPerson> ever = always.getOrDefault(person, List.of());
        List<MentionedPerson> now = current.getOrDefault(person, ever);
        return now.isEmpty() ? before : NewestWord.of(now, homes(sightings.getOrDefault(person, List.of())), ever);
    }

    private void add(Statement statement, Named named) {
        always.computeIfAbsent(named.person(), key -> new ArrayList<>()).add(named.said());
        if (statement.current()) {
            current.computeIfAbsent(named.person(), key -> new ArrayList<>()).add(named.said());
            sightings.computeIfAbsent(named.person(), key -> new ArrayList<>()).add(new Sighting(statement, named));
        }
    }

    /** Newest first; not where a child in care is placed, which is not for the family to read, and not a word that waits for a second. */
    private static List<Address> homes(List<Sighting> sightings) {
        Sighting waiting = LoneWord.among(sightings).orElse(null);
        return sightings.stream().filter(it -> it != waiting && !it.isPlacement() && it.named().dwelling() != null).map(it -> it.named().said().address()).toList();
    }
}
