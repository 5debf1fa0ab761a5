package org.earlyhelp.hub.cli.bench.borough;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.person.MentionedPerson;

/**
 * A mention after all files, with the truth beside it.
 *
 * @param who    who it truly is
 * @param person the hub's person it is linked to
 * @param ground why it was linked so
 */
public record Linked(long mention, String agency, Resident who, long person, Reason ground, MentionedPerson said) {
    /** The same mention, linked to another person. */
    Linked as(long other) {
        return new Linked(mention, agency, who, other, ground, said);
    }

    /** By person of the hub, the true person most of its mentions are of. */
    public static Map<Long, Resident> mostlyWho(Collection<Linked> linked) {
        Map<Long, Resident> known = new HashMap<>();
        linked.stream().collect(Collectors.groupingBy(Linked::person)).forEach((person, mentions) -> known.put(person,
                mentions.stream().collect(Collectors.groupingBy(Linked::who, Collectors.counting())).entrySet().stream()
                        .max(Map.Entry.<Resident, Long>comparingByValue().thenComparing(it -> it.getKey().id())).orElseThrow().getKey()));
        return known;
    }
}
