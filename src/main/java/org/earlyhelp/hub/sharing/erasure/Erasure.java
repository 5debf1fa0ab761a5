package org.earlyhelp.hub.sharing.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be taken out: people as wholes, and records. A record that is about nobody else goes whole; of one that is
 * also about others only these people's part goes.
 *
 * @param refs     every P- reference the people ever had, sorted
 * @param people   their database ids
 * @param families database ids of the families they are in
 * @param records  every record that names them
 */
public record Erasure(Set<String> refs, Set<Long> people, Set<Long> families, List<Part> records) {
    /**
     * A record that names the people.
     *
     * @param ref      its opaque reference
     * @param whole    it goes with all it says; else only the mentions
     * @param mentions database ids of the mentions that go; all of the record's when it goes whole
     */
    public record Part(long id, String ref, boolean whole, Set<Long> mentions) {
        public Part {
            mentions = Set.copyOf(mentions);
        }
    }

    public Erasure {
        refs = new TreeSet<>(refs);
        people = Set.copyOf(people);
        families = Set.copyOf(families);
        records = List.copyOf(records);
    }

    /** Whether there is nobody to erase. */
    public boolean isEmpty() {
        return people.isEmpty() && records.isEmpty();
    }

    /** The database's ids of the people, in their order. */
    public Long[] peopleIds() {
        return sorted(people);
    }

    /** The database's ids of the families, in their order. */
    public Long[] familyIds() {
        return sorted(families);
    }

    /** Records that go whole. */
    public Long[] wholeRecords() {
        return records.stream().filter(Part::whole).map(Part::id).sorted().toArray(Long[]::new);
    }

    /** Records of which only a part goes. */
    public Long[] partRecords() {
        return records.stream().filter(part -> !part.whole()).map(Part::id).sorted().toArray(Long[]::new);
    }

    /** The mentions that go, of whole records and of others. */
    public Long[] mentions() {
        return sorted(records.stream().flatMap(part -> part.mentions().stream()).collect(Collectors.toSet()));
    }

    /** Opaque references of the records that go whole. */
    public String[] wholeRefs() {
        return records.stream().filter(Part::whole).map(Part::ref).sorted().toArray(String[]::new);
    }

    /** The references of the people, as an array parameter. */
    public String[] refArray() {
        return refs.toArray(String[]::new);
    }

    private static Long[] sorted(Collection<Long> ids) {
        return ids.stream().sorted().toArray(Long[]::new);
    }
}
