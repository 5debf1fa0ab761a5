package org.earlyhelp.hub.identity.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.household.FamilyComposer.Composition;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;

class FamilyComposerTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final long CHILD = 1;
    private static final long SISTER = 2;
    private static final long MOTHER = 3;
    private static final long FATHER = 4;

    private static Named child(long person, String home) {
        return named(person, Role.CHILD, null, home);
    }

    private static Named parent(long person, Relationship relationship, String home) {
        return named(person, Role.PARENT, relationship, home);
    }

    private static Named named(long person, Role role, Relationship relationship, String home) {
        Address address = home == null ? null : new Address(home, null, null, "ZZ99 3VZ", null, Disclosure.NORMAL);
        return Named.of(person, role, relationship, true, MentionedPerson.builder().address(address).build());
    }

    private static Statement said(int day, Named... people) {
        Stamp stamp = new Stamp(Instant.parse("2026-11-01T09:00:00Z").plusSeconds(86_400L * day), "record of day " + day);
        return new Statement(stamp, true, false, List.of(people));
    }

    private static Set<Set<Long>> families(List<Statement> statements) {
        Set<Long> all = statements.stream().flatMap(it -> it.people().stream()).map(Named::person).collect(Collectors.toCollection(TreeSet::new));
        Composition composition = FamilyComposer.compose(all, statements, TODAY);
        return composition.families().stream().map(it -> Set.copyOf(it.members().keySet())).collect(Collectors.toSet());
    }

    @Test
    void putsACarerWithoutAddressIntoTheChildsHome() {
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(MOTHER, Relationship.MOTHER, null))))).containsExactly(Set.of(CHILD, MOTHER));
    }

    @Test
    void leavesAParentWithAnotherAddressOutside() {
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(FATHER, Relationship.FATHER, "9 Lane")))))
                .containsExactlyInAnyOrder(Set.of(CHILD), Set.of(FATHER));
    }

    @Test
    void takesAChildAlongWhoseNewestRecordNamesTheParentsHome() {
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(MOTHER, Relationship.MOTHER, null), parent(FATHER, Relationship.FATHER, "9 Lane")),
                said(2, child(CHILD, "9 Lane"), parent(FATHER, Relationship.FATHER, null)), said(3, child(SISTER, "4 Row"), parent(MOTHER, Relationship.MOTHER, null)))))
                .containsExactlyInAnyOrder(Set.of(CHILD, FATHER), Set.of(SISTER, MOTHER));
    }

    @Test
    void joinsChildrenOfOneParentWhereSchoolsHoldTwoAddresses() {
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(MOTHER, Relationship.PARENT, null)),
                said(2, child(SISTER, "9 Lane"), parent(MOTHER, Relationship.PARENT, null))))).containsExactly(Set.of(CHILD, SISTER, MOTHER));
    }

    @Test
    void endsALivingTogetherByOneLaterWordAgainstOne() {
        assertThat(families(List.of(visit(1, "4 Row"), visit(2, "9 Lane")))).containsExactlyInAnyOrder(Set.of(CHILD, MOTHER), Set.of(FATHER));
    }

    @Test
    void keepsALivingTogetherAgainstALoneLaterWord() {
        assertThat(families(List.of(visit(1, "4 Row"), visit(2, "4 Row"), visit(3, "9 Lane")))).containsExactly(Set.of(CHILD, MOTHER, FATHER));
    }

    @Test
    void believesASecondRecordOfTheSameAddress() {
        assertThat(families(List.of(visit(1, "4 Row"), visit(2, "4 Row"), visit(3, "9 Lane"), visit(4, "9 Lane"))))
                .containsExactlyInAnyOrder(Set.of(CHILD, MOTHER), Set.of(FATHER));
    }

    @Test
    void believesAHiddenPlaceAtOnce() {
        Address hidden = new Address("9 Lane", null, null, "ZZ99 3VZ", null, Disclosure.HIDDEN);
        Named fled = Named.of(FATHER, Role.PARENT, Relationship.FATHER, true, MentionedPerson.builder().address(hidden).build());
        assertThat(families(List.of(visit(1, "4 Row"), visit(2, "4 Row"), said(3, child(CHILD, "4 Row"), fled))))
                .containsExactlyInAnyOrder(Set.of(CHILD, MOTHER), Set.of(FATHER));
    }

    @Test
    void believesAtOnceWhereAVictimIs() {
        assertThat(families(List.of(visit(1, "4 Row"), visit(2, "4 Row"), said(3, named(MOTHER, Role.VICTIM, null, "9 Lane")))))
                .containsExactlyInAnyOrder(Set.of(CHILD, FATHER), Set.of(MOTHER));
    }

    @Test
    void believesAtOnceWhenCarerAndChildMoveTogether() {
        assertThat(families(List.of(visit(1, "4 Row"), visit(2, "4 Row"), said(3, child(CHILD, "9 Lane"), parent(MOTHER, Relationship.MOTHER, "9 Lane")))))
                .containsExactlyInAnyOrder(Set.of(CHILD, MOTHER), Set.of(FATHER));
    }

    @Test
    void keepsAChildWithTheCarerWhomTheSameRecordLeavesAtHome() {
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(MOTHER, Relationship.PARENT, null)),
                said(2, named(MOTHER, Role.VICTIM, null, "4 Row"), child(SISTER, "4 Row"), child(CHILD, "9 Lane"))))).containsExactly(Set.of(CHILD, SISTER, MOTHER));
    }

    @Test
    void letsAChildGoWhomASecondRecordNamesElsewhere() {
        Statement elsewhere = said(2, child(CHILD, "9 Lane"), parent(MOTHER, Relationship.MOTHER, "4 Row"));
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(MOTHER, Relationship.MOTHER, "4 Row")), elsewhere,
                said(3, child(CHILD, "9 Lane"), parent(MOTHER, Relationship.MOTHER, "4 Row"))))).containsExactlyInAnyOrder(Set.of(CHILD), Set.of(MOTHER));
    }

    @Test
    void leavesAFatherBehindWhoseAddressAChildHasLeft() {
        assertThat(families(List.of(visit(1, "4 Row"), said(2, child(CHILD, "9 Lane"), parent(MOTHER, Relationship.MOTHER, null)))))
                .containsExactlyInAnyOrder(Set.of(CHILD, MOTHER), Set.of(FATHER));
    }

    @Test
    void keepsSiblingsTogetherWhoseParentIsElsewhere() {
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(MOTHER, Relationship.PARENT, null)),
                said(2, child(SISTER, "4 Row"), parent(MOTHER, Relationship.PARENT, null)),
                said(3, named(MOTHER, Role.VICTIM, null, "9 Lane"), child(CHILD, "4 Row"), child(SISTER, "4 Row")))))
                .containsExactlyInAnyOrder(Set.of(CHILD, SISTER), Set.of(MOTHER));
    }

    @Test
    void keepsChildrenOfOneFatherApartAtTwoHomes() {
        assertThat(families(List.of(said(1, child(CHILD, "4 Row"), parent(FATHER, Relationship.FATHER, "9 Lane")),
                said(2, child(SISTER, "6 Row"), parent(FATHER, Relationship.FATHER, "9 Lane")))))
                .containsExactlyInAnyOrder(Set.of(CHILD), Set.of(SISTER), Set.of(FATHER));
    }

    @Test
    void hidesThePlaceOfASiblingToo() {
        Address hidden = new Address("4 Row", null, null, "ZZ99 3VZ", null, Disclosure.HIDDEN);
        Named fled = Named.of(SISTER, Role.CHILD, null, true, MentionedPerson.builder().address(hidden).build());
        Composition composition = FamilyComposer.compose(Set.of(CHILD, SISTER, FATHER), List.of(said(1, child(CHILD, "4 Row"),
                parent(FATHER, Relationship.FATHER, "9 Lane")), said(2, fled, parent(FATHER, Relationship.FATHER, "9 Lane"))), TODAY);
        assertThat(composition.families()).filteredOn(family -> family.members().containsKey(CHILD)).singleElement()
                .satisfies(family -> assertThat(family.members().keySet()).containsExactly(CHILD, SISTER)).matches(Family::placeHidden);
    }

    /** A visit to the child with its mother at home, and what it says of the father's address. */
    private static Statement visit(int day, String ofFather) {
        return said(day, child(CHILD, "4 Row"), parent(MOTHER, Relationship.MOTHER, "4 Row"), parent(FATHER, Relationship.FATHER, ofFather));
    }

    @Test
    void joinsChildrenWithoutAddressByTheirCarer() {
        assertThat(families(List.of(said(1, child(CHILD, null), parent(MOTHER, Relationship.MOTHER, null)),
                said(2, child(SISTER, null), parent(MOTHER, Relationship.MOTHER, null))))).containsExactly(Set.of(CHILD, SISTER, MOTHER));
    }

    @Test
    void composesTheSameWhateverTheOrder() {
        Random random = new Random(20261123);
        for (int round = 0; round < 200; round++) {
            List<Statement> statements = new ArrayList<>();
            for (int day = 0; day < 8; day++) {
                statements.add(said(day, child(1 + random.nextInt(4), home(random)), parent(5 + random.nextInt(3), Relationship.PARENT, home(random))));
            }
            Set<Set<Long>> expected = families(statements);
            Collections.shuffle(statements, random);

            assertThat(families(statements)).as("round %d of seed 20261123", round).isEqualTo(expected);
        }
    }

    private static String home(Random random) {
        return random.nextInt(3) == 0 ? null : random.nextInt(2) + " Row";
    }
}
