package org.earlyhelp.hub.identity.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Relationship;

/**
 * Families by the rules of the borough: children connected by a carer who lives with them, or as siblings at one
 * address, with those carers; everybody else alone. Children of one parent are siblings, wherever the parent lives. The same records give the same families in whatever order they
 * came.
 */
public final class FamilyComposer {
    private static final int ADULT_YEARS = 18;

    /** Families and ties among the people asked for. */
    public record Composition(List<Family> families, List<Kin> kin) {
    }

    private final Set<Long> people;
    private final Collection<Statement> statements;
    private final LocalDate today;
    private final Residence residence;

    private FamilyComposer(Set<Long> people, Collection<Statement> statements, LocalDate today) {
        this.people = people;
        this.statements = statements;
        this.today = today;
        this.residence = new Residence(statements);
    }

    /**
     * Composes families.
     *
     * @param people     whom to place; a whole neighbourhood, or families come out torn
     * @param statements all records that mention them or anyone named beside them
     * @param today      by which a child is told from an adult
     */
    public static Composition compose(Set<Long> people, Collection<Statement> statements, LocalDate today) {
        return new FamilyComposer(people, statements, today).compose();
    }

    private Composition compose() {
        List<Kin> kin = kin();
        Groups groups = new Groups(mentioned());
        kin.stream().filter(Kin::resident).forEach(it -> groups.join(it.child(), it.adult()));
        joinSiblings(groups);
        joinChildrenOfOneParent(groups, kin);
        Set<Long> carers = kin.stream().filter(Kin::resident).map(Kin::adult).collect(Collectors.toSet());
        Set<Long> hidden = statements.stream().flatMap(it -> it.people().stream()).filter(Named::hidesPlace).map(Named::person).collect(Collectors.toSet());
        List<Family> families = groups.all().stream().map(members -> family(members, carers, hidden)).toList();
        return new Composition(families, kin);
    }

    private List<Long> mentioned() {
        return statements.stream().flatMap(it -> it.people().stream()).map(Named::person).filter(people::contains).distinct().sorted().toList();
    }

    private List<Kin> kin() {
        SortedMap<String, List<Pair>> pairs = new TreeMap<>();
        for (Statement statement : statements) {
            if (statement.current()) {
                pairsOf(statement).forEach(pair -> pairs.computeIfAbsent(pair.key(), key -> new ArrayList<>()).add(pair));
            }
        }
        return pairs.values().stream().map(this::kin).toList();
    }

    private List<Pair> pairsOf(Statement statement) {
        List<Pair> pairs = new ArrayList<>();
        for (Named child : statement.people()) {
            for (Named adult : statement.people()) {
                Relationship relation = people.contains(child.person()) && people.contains(adult.person()) ? statement.relation(adult, child) : null;
                if (relation != null) {
                    pairs.add(new Pair(statement, child, adult, relation));
                }
            }
        }
        return pairs;
    }

    private Kin kin(List<Pair> pairs) {
        Comparator<Pair> byTime = Comparator.comparing(pair -> pair.statement.stamp());
        Pair latest = pairs.stream().max(byTime).orElseThrow();
        Relationship relation = pairs.stream().max(Comparator.<Pair>comparingInt(it -> precision(it.relation)).thenComparing(byTime)).orElseThrow().relation;
        boolean certain = pairs.stream().anyMatch(it -> it.relation != Relationship.OTHER && it.child.certain() && it.adult.certain());
        boolean resident = residence.livesWith(latest.adult.person(), latest.child.person(), latest.statement.putsTogether(latest.adult, latest.child));
        return new Kin(latest.child.person(), latest.adult.person(), relation, resident, certain);
    }

    private static int precision(Relationship relation) {
        return switch (relation) {
            case MOTHER, FATHER -> 3;
            case PARENT -> 2;
            case CARER -> 1;
            case SIBLING, OTHER -> 0;
        };
    }

    private void joinSiblings(Groups groups) {
        for (Statement statement : statements) {
            List<Named> subjects = statement.people().stream().filter(it -> it.role().isSubject() && people.contains(it.person())).toList();
            statement.people().stream().filter(it -> statement.current() && it.isSibling() && people.contains(it.person())).forEach(sibling ->
                    subjects.stream().filter(it -> shareHome(it.person(), sibling.person())).forEach(it -> groups.join(it.person(), sibling.person())));
        }
    }

    /** Of one parent who lives with neither: at one address they are siblings, as if a record had called them so. */
    private void joinChildrenOfOneParent(Groups groups, List<Kin> kin) {
        Map<Long, List<Long>> children = kin.stream().filter(it -> !it.resident())
                .collect(Collectors.groupingBy(Kin::adult, Collectors.mapping(Kin::child, Collectors.toList())));
        children.values().forEach(siblings -> {
            for (int at = 1; at < siblings.size(); at++) {
                for (long before : siblings.subList(0, at)) {
                    if (shareHome(before, siblings.get(at))) {
                        groups.join(before, siblings.get(at));
                    }
                }
            }
        });
    }

    private boolean shareHome(long one, long other) {
        Dwelling home = residence.homeOfChild(one);
        return home != null && home.isSameAs(residence.homeOfChild(other));
    }

    /** One word of a hidden place, about anybody of the household, hides it for all. */
    private Family family(Set<Long> members, Set<Long> carers, Set<Long> hidden) {
        Map<Long, FamilyRole> roles = new LinkedHashMap<>();
        members.forEach(member -> roles.put(member,
                isChild(member) ? FamilyRole.CHILD : carers.contains(member) ? FamilyRole.CARER : FamilyRole.ADULT));
        return Family.of(roles, members.stream().anyMatch(hidden::contains));
    }

    /** By the newest date of birth; without one, by how records name the person. */
    private boolean isChild(long person) {
        List<Sighting> sightings = residence.of(person);
        LocalDate born = sightings.stream().map(it -> it.named().said().dateOfBirth()).filter(Objects::nonNull).findFirst().orElse(null);
        return born != null ? born.plusYears(ADULT_YEARS).isAfter(today) : sightings.stream().anyMatch(it -> it.named().isChild());
    }

    private record Pair(Statement statement, Named child, Named adult, Relationship relation) {
        String key() {
            return child.person() + "|" + adult.person();
        }
    }
}
