package org.earlyhelp.hub.identity.cluster;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * Everybody known, by what they can be found by: a lookup per mention instead of a query. Each change since the last
 * {@link #commit} can be taken back by {@link #rollback}, so that the index follows the fate of the transaction.
 * Not thread-safe: it belongs to the one writer.
 */
public final class PersonIndex {
    private final LinkageModel model;
    private final Map<Long, Map<Long, Known>> mentionsOfPerson = new HashMap<>();
    private final Map<Long, Long> personOfMention = new HashMap<>();
    private final Map<Long, Set<Long>> mentionsOfRecord = new HashMap<>();
    private final Map<String, Map<Long, Integer>> peopleByKey = new HashMap<>();
    private final Map<Long, Set<Long>> keptApart = new HashMap<>();
    private final Set<Long> sealed = new TreeSet<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    public PersonIndex(LinkageModel model) {
        this.model = model;
    }

    /** Adds a mention to a person; the mention must not be known yet. */
    public void add(long person, Known known) {
        undo.push(() -> takeOut(person, known));
        putIn(person, known);
    }

    /** Takes a mention out; nothing happens when it is not known. */
    public void remove(long mention) {
        Long person = personOfMention.get(mention);
        if (person != null) {
            Known known = mentionsOfPerson.get(person).get(mention);
            undo.push(() -> putIn(person, known));
            takeOut(person, known);
        }
    }

    /** Moves one mention to another person. */
    public void move(long mention, long person) {
        Known known = mentionsOfPerson.get(personOfMention.get(mention)).get(mention);
        remove(mention);
        add(person, known);
    }

    /** Notes that no rule may join the two. */
    public void keepApart(long one, long other) {
        exclude(one, other);
        exclude(other, one);
    }

    /** Lets rules join the two again. */
    public void allow(long one, long other) {
        if (areKeptApart(one, other)) {
            undo.push(() -> keepApart(one, other));
            keptApart.get(one).remove(other);
            keptApart.get(other).remove(one);
        }
    }

    public boolean areKeptApart(long one, long other) {
        return keptApart.getOrDefault(one, Set.of()).contains(other);
    }

    /** Whom the person is kept apart from, in ascending order. */
    public List<Long> keptApartFrom(long person) {
        return List.copyOf(keptApart.getOrDefault(person, Set.of()));
    }

    /** Seals a person: never joined or suggested from now on. */
    public void seal(long person) {
        if (sealed.add(person)) {
            undo.push(() -> sealed.remove(person));
        }
    }

    public boolean isSealed(long person) {
        return sealed.contains(person);
    }

    /** People who share a blocking key with the description, oldest first. */
    public List<Long> candidates(Description description) {
        Set<Long> found = new TreeSet<>();
        for (String key : model.blockingKeys(description)) {
            found.addAll(peopleByKey.getOrDefault(key, Map.of()).keySet());
        }
        return List.copyOf(found);
    }

    /** What is known of a person; empty when no mention is left. */
    public List<Description> descriptions(long person) {
        return mentionsOfPerson.getOrDefault(person, Map.of()).values().stream().map(Known::description).distinct().toList();
    }

    /** The mentions of a person in ascending order. */
    public List<Long> mentions(long person) {
        return mentionsOfPerson.getOrDefault(person, Map.of()).keySet().stream().sorted().toList();
    }

    /** The person of a mention, or null. */
    public Long personOf(long mention) {
        return personOfMention.get(mention);
    }

    /** How the mention describes its person, or null. */
    public Description describes(long mention) {
        Long person = personOfMention.get(mention);
        return person == null ? null : mentionsOfPerson.get(person).get(mention).description();
    }

    /** People whom the records of the given people mention, themselves included. */
    public Set<Long> neighbours(Collection<Long> people) {
        Set<Long> found = new TreeSet<>(people);
        for (Long person : people) {
            for (Known known : mentionsOfPerson.getOrDefault(person, Map.of()).values()) {
                mentionsOfRecord.get(known.recordId()).forEach(mention -> found.add(personOfMention.get(mention)));
            }
        }
        return found;
    }

    /** The records that mention any of the people. */
    public Set<Long> records(Collection<Long> people) {
        Set<Long> records = new TreeSet<>();
        people.forEach(person -> mentionsOfPerson.getOrDefault(person, Map.of()).values().forEach(known -> records.add(known.recordId())));
        return records;
    }

    /** Whether a record mentions both as two people. */
    public boolean areNamedTogether(long one, long other) {
        return mentionsOfPerson.getOrDefault(one, Map.of()).values().stream().anyMatch(known -> mentionsOfRecord.get(known.recordId()).stream()
                .anyMatch(mention -> personOfMention.get(mention) == other));
    }

    /** The people a record mentions in other places than this mention. */
    public Set<Long> othersOfRecord(long record, long mention) {
        Set<Long> others = new TreeSet<>();
        mentionsOfRecord.getOrDefault(record, Set.of()).stream().filter(it -> it != mention).forEach(it -> others.add(personOfMention.get(it)));
        return others;
    }

    /** The mentions of a record in ascending order. */
    public List<Long> mentionsOfRecord(long record) {
        return List.copyOf(mentionsOfRecord.getOrDefault(record, Set.of()));
    }

    /** The number of mentions held. */
    public int size() {
        return personOfMention.size();
    }

    /** What was done stands. */
    public void commit() {
        undo.clear();
    }

    /** Takes back everything since the last commit, newest first. */
    public void rollback() {
        Deque<Runnable> steps = new ArrayDeque<>(undo);
        undo.clear();
        steps.forEach(Runnable::run);
        undo.clear();
    }

    private void exclude(long one, long other) {
        if (keptApart.computeIfAbsent(one, key -> new TreeSet<>()).add(other)) {
            undo.push(() -> keptApart.get(one).remove(other));
        }
    }

    private void putIn(long person, Known known) {
        mentionsOfPerson.computeIfAbsent(person, key -> new LinkedHashMap<>()).put(known.mentionId(), known);
        personOfMention.put(known.mentionId(), person);
        mentionsOfRecord.computeIfAbsent(known.recordId(), key -> new TreeSet<>()).add(known.mentionId());
        model.blockingKeys(known.description()).forEach(key -> peopleByKey.computeIfAbsent(key, it -> new HashMap<>(2)).merge(person, 1, Integer::sum));
    }

    private void takeOut(long person, Known known) {
        mentionsOfPerson.get(person).remove(known.mentionId());
        personOfMention.remove(known.mentionId());
        mentionsOfRecord.get(known.recordId()).remove(known.mentionId());
        model.blockingKeys(known.description()).forEach(key -> peopleByKey.computeIfPresent(key, (it, people) -> {
            people.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
            return people.isEmpty() ? null : people;
        }));
    }
}
