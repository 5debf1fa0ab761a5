package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.junit.jupiter.api.Test;

class WithoutPeopleTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private final WithoutPeople without = new WithoutPeople(Set.of("P-GONE01"));

    private static AlertContent about(String... people) {
        List<String> all = List.of(people);
        return new AlertContent(3, "FIRST_CONTACT", "riverside", List.of(new RuleRef("stands-alone", 1)),
                all.stream().map(person -> new Need("MISSING", "police", "SAFE", person, "agency-of-" + person, "", "Missing once", DAY, DAY, List.of("a/b/c@1"))).toList(),
                all.stream().map(person -> new HarmTest("MISSING_HIGH", "Missing", DAY, person, "agency-of-" + person, List.of("a/b/c@1"))).toList(),
                all.stream().map(person -> new Assessment.Child(person, "CERTAIN", "9990000018", false, false)).toList(),
                all.stream().map(person -> new Assessment.OpenInvolvement(person, "Family Help", 3, "J. Okoro", "01632 960411", "agency-of-" + person)).toList(),
                all.stream().map(person -> "agency-of-" + person).sorted().toList(), List.of("RULE: why"), List.of("date of birth not usable"));
    }

    @Test
    void leavesWhatIsSaidOfOthers() {
        AlertContent left = without.of(about("P-GONE01", "P-STAYS1"));

        assertThat(left).usingRecursiveComparison().ignoringFields("notes").isEqualTo(about("P-STAYS1"));
        assertThat(left.notes()).isEmpty();
        assertThat(WithoutPeople.isAboutSomebody(left)).isTrue();
    }

    @Test
    void leavesNothingOfAnAlertAboutTheGoneAlone() {
        AlertContent left = without.of(about("P-GONE01"));

        assertThat(WithoutPeople.isAboutSomebody(left)).isFalse();
        assertThat(left.toString()).doesNotContain("P-GONE01", "Okoro", "9990000018", "riverside", "agency-of");
    }

    @Test
    void keepsAGroundOfAnOpenAlertUnderNobodysName() {
        Ground theirs = new Ground(true, "MISSING_HIGH", "P-GONE01", "police", "", List.of(new Footing("a/b/c@1", "f", Set.of("P-GONE01"), Map.of())), false);
        Ground others = new Ground(false, "ABUSE", "P-STAYS1", "police", "", List.of(new Footing("a/b/d@1", "f", Set.of("P-GONE01", "P-STAYS1"), Map.of())), false);

        List<Ground> open = without.of(List.of(theirs, others), true);

        assertThat(open).hasSize(2).extracting(Ground::toString).noneMatch(text -> text.contains("P-GONE01"));
        assertThat(open.get(1).footings().get(0).people()).containsExactly("P-STAYS1");
        assertThat(without.of(List.of(theirs, others), false)).containsExactly(open.get(1));
    }
}
