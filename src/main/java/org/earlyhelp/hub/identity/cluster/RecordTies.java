package org.earlyhelp.hub.identity.cluster;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Who is mentioned together: the records that name people, and the people whom a record names. Changes nothing. */
final class RecordTies {
    private final PeopleTables tables;

    RecordTies(PeopleTables tables) {
        this.tables = tables;
    }

    /** See {@link PersonIndex#neighbours}. */
    Set<Long> neighbours(Collection<Long> people) {
        Set<Long> found = new TreeSet<>(people);
        recordsOf(people).forEach(record -> found.addAll(peopleOf(record)));
        return found;
    }

    /** In ascending order. */
    Set<Long> recordsOf(Collection<Long> people) {
        Set<Long> records = new TreeSet<>();
        people.forEach(person -> mentionsAt(person).forEach(at -> records.add(tables.mentions().record(at))));
        return records;
    }

    boolean areNamedTogether(long one, long other) {
        return mentionsAt(one).anyMatch(at -> peopleOf(tables.mentions().record(at)).contains(other));
    }

    /** The mentions of a record in ascending order. */
    Set<Long> mentionsOf(long record) {
        Set<Long> mentions = new TreeSet<>();
        tables.mentions().forEachOfRecord(record, at -> mentions.add(tables.mentions().id(at)));
        return mentions;
    }

    /** The people whom a record names in other places than this mention. */
    Set<Long> othersOf(long record, long mention) {
        Set<Long> others = new TreeSet<>();
        mentionsOf(record).stream().filter(it -> it != mention).forEach(it -> others.add(personOf(it)));
        return others;
    }

    /** Positions of the mentions of a person, in any order; none of a person who is not known. */
    IntStream mentionsAt(long person) {
        int at = tables.person(person);
        return at < 0 ? IntStream.empty() : tables.mentionsOf(at);
    }

    private Set<Long> peopleOf(long record) {
        Set<Long> people = new HashSet<>();
        mentionsOf(record).forEach(it -> people.add(personOf(it)));
        return people;
    }

    private long personOf(long mention) {
        return tables.idOf(tables.personOf(mention));
    }
}
