package org.earlyhelp.hub.cli.bench.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.cli.bench.alerts.TrueAlert.Raised;
import org.earlyhelp.hub.cli.bench.borough.Resident;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.junit.jupiter.api.Test;

class ComparisonTests {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Raised EARLY_HELP = new Raised("frontdoor.early-help", "stands-alone", 2, DAY);
    private static final Raised FIRST_CONTACT = new Raised("frontdoor.first-contact", "first-contact", 4, DAY);

    @Test
    void findsAnAlertOfAnyOfTheHouseholdsFamilies() {
        Comparison found = compare(List.of(new TrueAlert("H-1", EARLY_HELP)), found(EARLY_HELP, "H-1"), found(EARLY_HELP, "H-1", "H-2"));

        assertThat(found.recall()).isEqualTo(1);
        assertThat(found.precision()).isEqualTo(1);
        assertThat(found.second().kinds()).containsExactly(Map.entry("second: a child is two people, it rests on nothing else", 1L));
        assertThat(found.strictPrecision()).isEqualTo(0.5);
        assertThat(found.kinds()).isEmpty();
    }

    @Test
    void anAlertOnTheOtherQueueIsMissedAndFalse() {
        Comparison found = compare(List.of(new TrueAlert("H-1", FIRST_CONTACT)), found(EARLY_HELP, "H-1"));

        assertThat(found.missed()).hasSize(1);
        assertThat(found.wrong()).hasSize(1);
        assertThat(found.kinds()).containsEntry("missed: first-contact by STILL_MISSING, the household's children are in one family, an alert on the other queue", 1L)
                .containsEntry("false: stands-alone by MISSING, the family holds children of one household", 1L);
    }

    @Test
    void anAlertOfNobodysChildrenIsFalse() {
        Comparison found = compare(List.of(), found(EARLY_HELP));

        assertThat(found.precision()).isZero();
        assertThat(found.recall()).isEqualTo(1);
    }

    @Test
    void tellsAnotherRuleFromTheExpectedOne() {
        Comparison found = compare(List.of(new TrueAlert("H-1", EARLY_HELP)), found(new Raised(EARLY_HELP.queue(), "two-agencies", 2, DAY), "H-1"));

        assertThat(found.recall()).isEqualTo(1);
        assertThat(found.exact()).isZero();
        assertThat(found.others()).hasSize(1);
    }

    @Test
    void anAlertOfAHouseholdNotYetSpokenOfIsNoSecondOne() {
        Comparison found = compare(List.of(new TrueAlert("H-1", EARLY_HELP), new TrueAlert("H-2", EARLY_HELP)),
                found(EARLY_HELP, "H-1"), found(EARLY_HELP, "H-1", "H-2"), found(EARLY_HELP, "H-2"));

        assertThat(found.second().count()).isEqualTo(1);
    }

    private static Found found(Raised raised, String... households) {
        return new Found(List.of(family(households)), raised, "MISSING", Set.of("police/R-1@1"));
    }

    private static Comparison compare(List<TrueAlert> expected, Found... alerts) {
        return Comparison.of(expected, new Frontdoor.Day(List.of(family("H-1")), List.of(alerts)), Map.of("H-1", "STILL_MISSING"));
    }

    /** One child of each of the households. */
    private static BoroughFamily family(String... households) {
        Map<Long, Resident> people = new HashMap<>();
        for (String household : households) {
            people.put((long) people.size(), new Resident(household + "/1", household, Resident.Kind.CHILD, DAY.minusYears(9), 0, "any"));
        }
        return new BoroughFamily(new FamilyFacts(1, "F-1", List.of(), List.of(), List.of(), List.of(), Map.of()), people, Map.of());
    }
}
