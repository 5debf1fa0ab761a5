package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aCarer;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aChild;

import java.util.List;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.DescriptionMaker;
import org.earlyhelp.hub.linkage.WeightPart;
import org.earlyhelp.hub.linkage.compare.AgeLevel;
import org.earlyhelp.hub.linkage.compare.UnverifiedLevel;
import org.earlyhelp.hub.person.NhsNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An age where there is no date of birth, a number that nobody verified: they speak, and more softly. Records are of 1 November 2026. */
class StatedSparelyTests {
    private static final NhsNumber NUMBER = NhsNumber.parse("9990000018").orThrow();
    private static final NhsNumber OTHER_NUMBER = NhsNumber.parse("9990000026").orThrow();
    private static final LearnedModel MODEL = new LearnedModel(ModelSource.shipped());

    private static DescriptionMaker aged(Integer years) {
        return aChild().born(null).with(it -> it.ageYears(years));
    }

    private static DescriptionMaker unverified(NhsNumber number) {
        return aChild().born(null).with(it -> it.nhsNumber(number).nhsNumberVerified(false));
    }

    private static double weight(DescriptionMaker one, DescriptionMaker other) {
        double weight = MODEL.weight(one.make(), List.of(other.make()));
        assertThat(MODEL.weight(other.make(), List.of(one.make()))).isEqualTo(weight);
        return weight;
    }

    @ParameterizedTest
    @CsvSource({"2019-04-02, AGREES", "2018-12-31, AGREES", "2017-12-31, CONTRADICTS", "2020-01-01, CONTRADICTS"})
    void readsAnAgeAsTheYearOrTheYearBefore(String born, AgeLevel level) {
        assertThat(StatedSparely.ages(aChild().born(born).make(), aged(7).make())).isEqualTo(level);
        assertThat(StatedSparely.ages(aged(7).make(), aChild().born(born).make())).isEqualTo(level);
    }

    @Test
    void comparesTwoAges() {
        assertThat(StatedSparely.ages(aged(7).make(), aged(8).make())).isEqualTo(AgeLevel.AGREES);
        assertThat(StatedSparely.ages(aged(7).make(), aged(9).make())).isEqualTo(AgeLevel.CONTRADICTS);
        assertThat(StatedSparely.ages(aged(7).make(), aged(null).make())).isNull();
        assertThat(StatedSparely.ages(aChild().make(), aChild().make())).isNull();
    }

    @Test
    void heedsNoAgeBesideADateOfBirth() {
        Description child = aChild().with(it -> it.ageYears(40)).make();

        assertThat(child.yearByAge()).isNull();
        assertThat(child.kind()).isEqualTo(Kind.CHILD);
        assertThat(aged(40).make().kind()).isEqualTo(Kind.ADULT);
    }

    @Test
    void weighsAnAgeBetweenSilenceAndADate() {
        assertThat(weight(aged(7), aChild())).isGreaterThan(weight(aged(null), aChild())).isLessThan(weight(aChild(), aChild()));
        assertThat(weight(aged(12), aChild())).isLessThan(weight(aged(null), aChild()));
    }

    @ParameterizedTest
    @CsvSource({"Jayden, Kayden", "Ava, Eva", "Chidi, Ada", "Ellie, Millie"})
    void neverJoinsTwinsOfWhomOneIsKnownByAge(String one, String other) {
        DescriptionMaker first = aChild().named("Okafor", one).with(it -> it.phone("01632 960001"));

        assertThat(decide(aged(7).named("Okafor", other).with(it -> it.phone("01632 960001")), first)).isNotInstanceOf(Join.class);
    }

    @Test
    void keepsGenerationsApartByAge() {
        DescriptionMaker father = aCarer().named("Okafor", "Chidi").with(it -> it.ageYears(45));

        assertThat(decide(father, aCarer().named("Okafor", "Chidi").born("2001-04-02"))).isNotInstanceOf(Join.class);
        assertThat(decide(father, aCarer().named("Okafor", "Chidi").born("1981-04-02"))).isInstanceOf(Join.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void weighsANumberNobodyVerifiedMoreSoftly(boolean bothUnverified) {
        DescriptionMaker known = bothUnverified ? unverified(NUMBER) : aChild().born(null).with(it -> it.nhsNumber(NUMBER));
        double silent = weight(aChild().born(null), known);

        assertThat(weight(unverified(NUMBER), known)).isGreaterThan(silent);
        assertThat(weight(unverified(OTHER_NUMBER), known)).isLessThan(silent).isGreaterThan(silent - 5);
        assertThat(decide(unverified(NUMBER).named("Lowe", "Ada").at("9 Far Lane", "ZZ98 7AB"), known)).as("joins by itself").isNotInstanceOf(Join.class);
    }

    @Test
    void leavesVerifiedNumbersToTheRules() {
        assertThat(StatedSparely.numbers(aChild().with(it -> it.nhsNumber(NUMBER)).make(), aChild().with(it -> it.nhsNumber(OTHER_NUMBER)).make())).isNull();
        assertThat(StatedSparely.numbers(unverified(NUMBER).make(), aChild().make())).isNull();
        assertThat(StatedSparely.numbers(unverified(NUMBER).make(), aChild().with(it -> it.nhsNumber(NUMBER)).make())).isEqualTo(UnverifiedLevel.AGREES);
    }

    @Test
    void findsAPersonByANumberNobodyVerified() {
        assertThat(MODEL.blockingKeys(unverified(NUMBER).make())).contains("nhs:9990000018");
    }

    @Test
    void explainsBothInPlainWords() {
        assertThat(MODEL.explain(aged(7).make(), aChild().make())).extracting(WeightPart::words).contains("the age fits the date of birth");
        assertThat(MODEL.explain(unverified(NUMBER).make(), unverified(OTHER_NUMBER).make())).extracting(WeightPart::words).contains("different, but not verified");
    }

    private static Decision decide(DescriptionMaker one, DescriptionMaker other) {
        return MODEL.decide(one.make(), List.of(other.make()));
    }
}
