package org.earlyhelp.hub.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aCarer;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aChild;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.earlyhelp.hub.linkage.Decision.Contradiction;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstFormModelTests {
    private static final NhsNumber NUMBER = NhsNumber.parse("9990000018").orThrow();
    private static final NhsNumber OTHER_NUMBER = NhsNumber.parse("9990000026").orThrow();
    private final FirstFormModel model = new FirstFormModel();

    private Decision decide(DescriptionMaker one, DescriptionMaker... known) {
        return model.decide(one.make(), List.of(known).stream().map(DescriptionMaker::make).toList());
    }

    private static DescriptionMaker numbered() {
        return aChild().with(it -> it.nhsNumber(NUMBER));
    }

    /** Date of birth and name against a shared number: what the rules say of each combination. */
    @ParameterizedTest
    @CsvSource({
        "2019-04-02, Okafor, Chidi, CERTAIN",
        "2019-04-02, Lowe,   Ada,   PROBABLE",
        "2019-02-04, Okafor, Chidi, PROBABLE",
        "2019-02-04, Okafor, Ada,   apart",
        "2019-02-04, ,       ,      apart",
        "          , Okafor, Chidi, CERTAIN",
        "          , Lowe,   Chidi, PROBABLE",
        "          , Okafor, Ada,   apart",
        "          , ,       ,      CERTAIN"})
    void weighsBirthAndNameAgainstANumber(String born, String surname, String forename, String expected) {
        Decision decision = decide(numbered().born(born).named(surname, forename), numbered());

        assertThat(decision).isEqualTo(expected.equals("apart") ? new Contradiction(Reason.IDENTIFIER_OF_ANOTHER)
                : new Join(Match.valueOf(expected), Reason.SAME_NHS_NUMBER));
    }

    @Test
    void ignoresANumberThatWasNotTraced() {
        assertThat(decide(numbered().with(it -> it.nhsNumberVerified(false)).at("9 Far Lane", "ZZ99 7AB"), numbered())).isEqualTo(Decision.APART);
    }

    @Test
    void neverJoinsDifferentNumbersEvenByAnotherIdentifier() {
        DescriptionMaker other = aChild().with(it -> it.nhsNumber(OTHER_NUMBER).localRef("C-7"));

        assertThat(decide(other, numbered().with(it -> it.localRef("C-7")))).isEqualTo(new Contradiction(Reason.DIFFERENT_NHS_NUMBERS));
    }

    @ParameterizedTest
    @CsvSource({"avonford-police, true", "safe-haven, false"})
    void knowsALocalReferenceWithItsAgencyOnly(String agency, boolean joins) {
        DescriptionMaker one = aChild().at("9 Far Lane", "ZZ99 7AB").by(agency).with(it -> it.localRef("C-7"));

        assertThat(decide(one, aChild().with(it -> it.localRef("C-7"))) instanceof Join).isEqualTo(joins);
    }

    @ParameterizedTest
    @CsvSource({"OKAFOR, CHIDI, true", "Okáfor, Chidi James, true", "Oka-for, chidi, true", "O'Kafor, Chidi, true", "Okafor, Chidy, false", "Okafer, Chidi, false"})
    void comparesNamesInPlainForm(String surname, String forenames, boolean joins) {
        assertThat(decide(aChild().named(surname, forenames), aChild()) instanceof Join).isEqualTo(joins);
    }

    @ParameterizedTest
    @CsvSource({"Chichi, true", "Chichi Okafor, true", "Ada, false"})
    void takesANameInUseForAForename(String knownAs, boolean joins) {
        DescriptionMaker other = aChild().with(it -> it.knownAs(List.of(knownAs)));

        assertThat(decide(aChild().named("Okafor", "Chichi"), other) instanceof Join).isEqualTo(joins);
    }

    @Test
    void asksForPostcodeOrPhoneBesideNameAndBirth() {
        assertThat(decide(aChild().at("9 Far Lane", "ZZ99 7AB"), aChild())).isEqualTo(Decision.APART);
        assertThat(decide(aChild().at("9 Far Lane", "ZZ99 7AB").with(it -> it.phone("+44 1632 960001")), aChild().with(it -> it.phone("01632 960001"))))
                .isEqualTo(new Join(Match.CERTAIN, Reason.SAME_NAME_BIRTH_AND_PHONE));
    }

    @Test
    void keepsTwinsApartWhateverTheyShare() {
        DescriptionMaker first = numbered().with(it -> it.multipleBirth(true));

        assertThat(decide(numbered().named("Okafor", "Ada"), first)).isEqualTo(new Contradiction(Reason.TWINS));
        assertThat(decide(aChild().named("Okafor", "Baby").with(it -> it.birthOrder(2)), aChild().named("Okafor", "Baby").with(it -> it.birthOrder(1))))
                .isEqualTo(Decision.APART);
    }

    @ParameterizedTest
    @CsvSource({"1990-05-06, , true", "1990-05-06, 1990-05-06, true", "1990-05-06, 1960-01-01, false", ", , true"})
    void joinsCarersByNameAndHome(String one, String other, boolean joins) {
        assertThat(decide(aCarer().born(one), aCarer().born(other)) instanceof Join).isEqualTo(joins);
    }

    @Test
    void asksForTheWholeHomeOfACarer() {
        assertThat(decide(aCarer().at("5 Test Row", "ZZ99 3VZ"), aCarer())).isEqualTo(Decision.APART);
    }

    @Test
    void keepsCarersOfDifferentSexApart() {
        assertThat(decide(aCarer().with(it -> it.sex(Sex.M)), aCarer().with(it -> it.sex(Sex.F)))).isEqualTo(Decision.APART);
    }

    @Test
    void neverTakesAChildForACarer() {
        assertThat(decide(aCarer(), aChild().named("Okafor", "Ngozi").born(null))).isEqualTo(Decision.APART);
    }

    @Test
    void looksAtEverythingKnownOfACarer() {
        DescriptionMaker grandmother = aCarer().born("1960-01-01");

        assertThat(decide(aCarer().born("1990-05-06"), aCarer(), grandmother)).isEqualTo(Decision.APART);
    }

    @Test
    void joinsVersionsOfOneRecordWhoseBirthWasCorrected() {
        assertThat(decide(aChild().inRecord("M1").born("2018-04-02").at("9 Far Lane", "ZZ99 7AB"), aChild().inRecord("M1")))
                .isEqualTo(new Join(Match.PROBABLE, Reason.SAME_RECORD));
    }

    @Test
    void decidesTheSameEitherWayRound() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Description one = anybody(random);
            Description other = anybody(random);
            assertThat(model.decide(one, List.of(other))).as("case %d of seed 7", i).isEqualTo(model.decide(other, List.of(one)));
        }
    }

    @Test
    void findsByBlockingWhateverItJoins() {
        Random random = new Random(11);
        List<Description> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(anybody(random));
        }
        all.forEach(one -> all.stream().filter(other -> model.decide(one, List.of(other)) instanceof Join)
                .forEach(other -> assertThat(model.blockingKeys(one)).containsAnyElementsOf(model.blockingKeys(other))));
    }

    private static Description anybody(Random random) {
        DescriptionMaker maker = random.nextBoolean() ? aChild() : aCarer();
        pick(random, () -> maker.born(random.nextBoolean() ? "2019-04-02" : "1990-05-06"));
        pick(random, () -> maker.named(random.nextBoolean() ? "Okafor" : "Lowe", random.nextBoolean() ? "Ada" : "Chidi"));
        pick(random, () -> maker.with(it -> it.nhsNumber(random.nextBoolean() ? NUMBER : OTHER_NUMBER)));
        pick(random, () -> maker.with(it -> it.localRef("C-" + random.nextInt(2))));
        pick(random, () -> maker.with(it -> it.phone("01632 96000" + random.nextInt(2))));
        pick(random, () -> maker.with(it -> it.birthOrder(1 + random.nextInt(2))));
        pick(random, () -> maker.at("9 Far Lane", "ZZ99 7AB"));
        return maker.make();
    }

    private static void pick(Random random, Runnable change) {
        if (random.nextInt(3) == 0) {
            change.run();
        }
    }
}
