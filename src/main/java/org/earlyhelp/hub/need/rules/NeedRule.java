package org.earlyhelp.hub.need.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One need of {@code needs.yaml}.
 *
 * @param on             an off rule is read and checked but never holds
 * @param group          what it counts as for the level
 * @param outcome        the outcome it hinders
 * @param directReferral the single service that meets it, or null
 * @param standsAlone    whether it raises an alert by itself
 * @param aloneAtGrades  the grades at which it stands alone; empty = at any
 * @param graded         conditions that give a grade, lowest first; all are above the grades of {@code condition}
 * @param supersedes     needs of the same group that are left out for a person for whom this one holds
 * @param sentence       the fact in plain words, with places such as {@code {count}}
 */
public record NeedRule(String id, int version, String title, boolean on, String group, String outcome, String directReferral,
                       boolean standsAlone, Set<String> aloneAtGrades, NeedCondition condition,
                       List<NeedCondition.Graded> graded, Set<String> supersedes, String sentence, List<RuleExample> examples) {
    public NeedRule {
        aloneAtGrades = Set.copyOf(aloneAtGrades);
        graded = List.copyOf(graded);
        supersedes = Set.copyOf(supersedes);
        examples = List.copyOf(examples);
    }

    /** All grades the need may have, lowest first. */
    public List<String> grades() {
        return Stream.concat(condition.grades().stream(), graded.stream().map(NeedCondition.Graded::grade)).toList();
    }

    /** All kinds of fact it looks at. */
    public Stream<NeedCondition> leaves() {
        return Stream.concat(condition.leaves(), graded.stream().flatMap(graded -> graded.when().leaves()));
    }

    /** 0 for no grade, then 1 for the lowest; an unknown grade counts as none. */
    public int rankOf(String grade) {
        return grades().indexOf(grade) + 1;
    }

    /** Whether the need at that grade raises an alert by itself. */
    public boolean standsAloneAt(String grade) {
        return standsAlone && (aloneAtGrades.isEmpty() || aloneAtGrades.contains(grade));
    }
}
