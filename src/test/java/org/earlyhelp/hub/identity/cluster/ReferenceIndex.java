package org.earlyhelp.hub.identity.cluster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/** What the index must answer, in the plainest way: every question walks everything. */
final class ReferenceIndex {
    private final LinkageModel model;
    private final Map<Long, Known> mentions = new TreeMap<>();
    private final Map<Long, Long> personOf = new HashMap<>();
    private final Set<Set<Long>> apart = new HashSet<>();
    private final Set<Long> sealed = new HashSet<>();

    ReferenceIndex(LinkageModel model) {
        this.model = model;
    }

    ReferenceIndex copy() {
        ReferenceIndex copy = new ReferenceIndex(model);
        copy.mentions.putAll(mentions);
        copy.personOf.putAll(personOf);
        copy.apart.addAll(apart);
        copy.sealed.addAll(sealed);
        return copy;
    }

    void add(long person, Known known) {
        mentions.put(known.mentionId(), known);
        personOf.put(known.mentionId(), person);
    }

    void remove(long mention) {
        mentions.remove(mention);
        personOf.remove(mention);
    }

    void move(long mention, long person) {
        personOf.put(mention, person);
    }

    void keepApart(long one, long other) {
        apart.add(Set.of(one, other));
    }

    void allow(long one, long other) {
        apart.remove(Set.of(one, other));
    }

    void seal(long person) {
        sealed.add(person);
    }

    Set<Long> known() {
        return mentions.keySet();
    }

    /** Everything the index can be asked of these people, records and descriptions, as text to compare. */
    String answers(Set<Long> people, Set<Long> records, List<Description> asked) {
        StringBuilder all = new StringBuilder();
        for (long person : people) {
            Set<Long> said = where(it -> personOf.get(it.mentionId()) == person, Known::recordId);
            all.append(person).append(mentionsWhere(it -> personOf.get(it.mentionId()) == person)).append(descriptions(person).hashCode())
                    .append(said).append(people(it -> said.contains(it.recordId()), person)).append(apartFrom(person)).append(sealed.contains(person)).append('\n');
        }
        records.forEach(record -> all.append(record).append(mentionsWhere(it -> it.recordId() == record)).append('\n'));
        asked.forEach(it -> all.append(candidates(it)).append('\n'));
        return all.append(mentions.size()).toString();
    }

    private List<Description> descriptions(long person) {
        return mentions.values().stream().filter(it -> personOf.get(it.mentionId()) == person).map(Known::description).distinct().toList();
    }

    private List<Long> candidates(Description asked) {
        Set<String> keys = model.blockingKeys(asked);
        Map<Long, Set<String>> shared = new TreeMap<>();
        mentions.values().forEach(it -> model.blockingKeys(it.description()).stream().filter(keys::contains)
                .forEach(key -> shared.computeIfAbsent(personOf.get(it.mentionId()), person -> new HashSet<>()).add(key)));
        return shared.keySet().stream().sorted(Comparator.comparing((Long person) -> -shared.get(person).size()).thenComparing(person -> person)).toList();
    }

    private Set<Long> people(Predicate<Known> which, long self) {
        return Stream.concat(Stream.of(self), mentions.values().stream().filter(which).map(it -> personOf.get(it.mentionId()))).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Long> apartFrom(long person) {
        return apart.stream().filter(it -> it.contains(person)).flatMap(Set::stream).filter(it -> it != person).sorted().toList();
    }

    private List<Long> mentionsWhere(Predicate<Known> which) {
        return List.copyOf(where(which, Known::mentionId));
    }

    private Set<Long> where(Predicate<Known> which, Function<Known, Long> what) {
        return mentions.values().stream().filter(which).map(what).collect(Collectors.toCollection(TreeSet::new));
    }
}
