package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aCarer;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aChild;

import java.util.List;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Decision.Contradiction;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.DescriptionMaker;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Sex;
import org.earlyhelp.hub.person.Upn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model that the hub comes with, on the people whom it must not take for one another. */
class LearnedModelTests {
    private static final NhsNumber NUMBER = NhsNumber.parse("9990000018").orThrow();
    private static final NhsNumber OTHER_NUMBER = NhsNumber.parse("9990000026").orThrow();
    private static final Upn UPN = Upn.parse("N999400122002").orThrow();
    private static final LearnedModel MODEL = new LearnedModel(ModelSource.shipped());

    private static Decision decide(DescriptionMaker one, DescriptionMaker... known) {
        return MODEL.decide(one.make(), List.of(known).stream().map(DescriptionMaker::make).toList());
    }

    private static DescriptionMaker moved() {
        return aChild().at("9 Far Lane", "ZZ98 7AB");
    }

    @ParameterizedTest
    @CsvSource({"Jayden, Kayden", "Ava, Eva", "Mia, Lia", "Ellie, Millie", "Ella, Bella", "Chidi, Ada", "Olivia, Amelia", "Kai, Jai"})
    void neverJoinsTwinsThoughNobodySaysSo(String one, String other) {
        for (String phone : new String[] {null, "01632 960001"}) {
            DescriptionMaker first = aChild().named("Okafor", one).with(it -> it.phone(phone));
            assertThat(decide(aChild().named("Okafor", other).with(it -> it.phone(phone)), first)).isNotInstanceOf(Join.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"Jayden, Kayden", "Emily, Emilia", "Anna, Anya", "Chidi, Chidy"})
    void neverJoinsTwinsWhomOneSenderCallsTwins(String one, String other) {
        assertThat(decide(aChild().named("Okafor", one), aChild().named("Okafor", other).with(it -> it.multipleBirth(true)))).isNotInstanceOf(Join.class);
        assertThat(decide(aChild().named("Okafor", one).with(it -> it.birthOrder(1)), aChild().named("Okafor", other).with(it -> it.birthOrder(2)))).isEqualTo(Decision.APART);
    }

    @Test
    void takesASlipOfTheHandForOneChild() {
        assertThat(decide(aChild().named("Okafor", "Chidy"), aChild())).isInstanceOf(Join.class);
        assertThat(decide(aChild().named("Okafer", "Chidi"), aChild())).isInstanceOf(Join.class);
    }

    @Test
    void keepsFatherAndSonOfOneNameApart() {
        DescriptionMaker father = aCarer().named("Okafor", "Chidi").born("1988-04-02");

        assertThat(decide(aChild(), father)).isEqualTo(Decision.APART);
        assertThat(decide(aCarer().named("Okafor", "Chidi").born(null), aChild())).isNotInstanceOf(Join.class);
    }

    @ParameterizedTest
    @CsvSource({"2019-04-02, NULL", "NULL, 1988-04-02", "NULL, NULL"})
    void keepsEveryChildAndAdultApartWhileOneBirthIsSilent(String child, String adult) {
        String childBorn = child.equals("NULL") ? null : child;
        String adultBorn = adult.equals("NULL") ? null : adult;
        DescriptionMaker son = aChild().born(childBorn).with(it -> it.phone("01632 960001"));
        DescriptionMaker father = aCarer().named("Okafor", "Chidi").born(adultBorn).with(it -> it.phone("01632 960001"));

        assertThat(decide(son, father)).isEqualTo(Decision.APART);
        assertThat(decide(father, son)).isEqualTo(Decision.APART);
        assertThat(MODEL.mayBeChildAndAdult()).isFalse();
    }

    @Test
    void keepsCousinsOfOneNameApart() {
        assertThat(decide(aChild().born("2018-11-25").at("9 Far Lane", "ZZ99 7AB"), aChild())).isEqualTo(Decision.APART);
        assertThat(decide(aChild().born("2018-11-25"), aChild())).as("in one home").isNotInstanceOf(Join.class);
    }

    @Test
    void keepsSiblingsApart() {
        assertThat(decide(aChild().named("Okafor", "Ada").born("2021-09-14"), aChild())).isEqualTo(Decision.APART);
        assertThat(decide(aChild().named("Okafor", "Ada").born("2019-04-03"), aChild())).isEqualTo(Decision.APART);
    }

    @Test
    void knowsAChildWhoMovedAndSaysItIsProbable() {
        assertThat(decide(moved(), aChild())).isInstanceOfSatisfying(Join.class, join -> {
            assertThat(join.match()).isEqualTo(Match.PROBABLE);
            assertThat(join.reason()).isEqualTo(Reason.SAME_BY_WEIGHT);
        });
    }

    @Test
    void joinsNoTwoNewbornsWithoutANameSilently() {
        DescriptionMaker baby = aChild().named("Okafor", "Baby").born("2026-10-20");
        DescriptionMaker neighbour = aChild().named("Lowe", "Baby").born("2026-10-20").at("9 Far Lane", "ZZ99 7AB");

        assertThat(decide(baby, neighbour)).isNotInstanceOf(Join.class);
        assertThat(decide(baby, aChild().named("Okafor", "Baby").born("2026-10-20").with(it -> it.multipleBirth(true)))).isNotInstanceOf(Join.class);
    }

    @Test
    void joinsWhoIsNotKnownByIdentifierOnly() {
        DescriptionMaker unknown = aChild().with(it -> it.identityUnknown(true).nhsNumber(NUMBER));

        assertThat(decide(aChild().with(it -> it.identityUnknown(true)), aChild())).isEqualTo(Decision.APART);
        assertThat(decide(unknown, aChild())).isEqualTo(Decision.APART);
        assertThat(decide(unknown, aChild().with(it -> it.nhsNumber(NUMBER)))).isEqualTo(new Join(Match.CERTAIN, Reason.SAME_NHS_NUMBER));
    }

    @Test
    void neverJoinsNumbersThatDiffer() {
        DescriptionMaker numbered = aChild().with(it -> it.nhsNumber(NUMBER));

        assertThat(decide(aChild().with(it -> it.nhsNumber(OTHER_NUMBER)), numbered)).isNotInstanceOf(Join.class);
        assertThat(decide(aChild().with(it -> it.nhsNumber(OTHER_NUMBER)), numbered, aChild())).isNotInstanceOf(Join.class);
        assertThat(MODEL.mayBeOne(List.of(numbered.make()), List.of(aChild().with(it -> it.nhsNumber(OTHER_NUMBER)).make()))).isFalse();
    }

    @Test
    void asksWhereTwoChildrenShareAPupilNumber() {
        DescriptionMaker ada = aChild().named("Lowe", "Ada").born("2017-01-09").at("9 Far Lane", "ZZ99 7AB").with(it -> it.upn(UPN));

        assertThat(decide(ada, aChild().with(it -> it.upn(UPN)))).isEqualTo(new Contradiction(Reason.IDENTIFIER_OF_ANOTHER));
    }

    @Test
    void keepsDifferentSexApartUnlessTheNameIsOne() {
        assertThat(decide(aChild().named("Okafor", "Daniel").with(it -> it.sex(Sex.M)), aChild().named("Okafor", "Daniele").with(it -> it.sex(Sex.F))))
                .isNotInstanceOf(Join.class);
    }

    @ParameterizedTest
    @CsvSource({"X", "🙂🙂", "...", "'\u202Eזאב\u202C'", "محمد", "-", "NULL"})
    void neverJoinsStrangersOfAbsurdNamesSilently(String name) {
        Description one = aChild().named(name, name).at("9 Far Lane", "ZZ98 7AB").born("2015-01-09").make();

        assertThat(MODEL.decide(one, List.of(aChild().make()))).isEqualTo(Decision.APART);
        assertThat(MODEL.decide(one, List.of(aChild().named(name, name).make()))).isNotInstanceOf(Join.class);
        assertThat(MODEL.blockingKeys(one)).isNotNull();
    }

    @Test
    void readsANameOfThreeHundredCharacters() {
        DescriptionMaker endless = aChild().named("Ox".repeat(150), "Amaka ".repeat(50));

        assertThat(decide(endless, aChild())).isNotInstanceOf(Join.class);
        assertThat(decide(endless, aChild().named("Ox".repeat(150), "Amaka ".repeat(50)))).isInstanceOf(Join.class);
    }
}
