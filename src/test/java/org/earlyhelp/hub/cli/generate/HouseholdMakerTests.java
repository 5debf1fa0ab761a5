package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdMakerTests {
    private static final SplittableRandom RANDOM = new SplittableRandom(11);
    private static final List<Household> HOUSEHOLDS = households(4000);

    @Test
    void everyHouseholdHasAChildUnder18AndACarer() {
        assertThat(HOUSEHOLDS).allSatisfy(household -> {
            assertThat(household.carers()).isNotEmpty();
            assertThat(household.children()).isNotEmpty().allSatisfy(child -> assertThat(child.person().ageOn(GeneratedBorough.TODAY)).isBetween(0, 17));
            assertThat(household.mainCarer().person().ageOn(household.child(0).born())).isGreaterThanOrEqualTo(19);
        });
    }

    @Test
    void twinsShareABirthDateAndNoName() {
        List<Household> withTwins = HOUSEHOLDS.stream().filter(household -> household.children().stream().anyMatch(child -> child.person().isTwin())).toList();
        assertThat(withTwins).hasSizeBetween(60, 160).allSatisfy(household -> {
            List<Person> twins = household.children().stream().map(Household.Pupil::person).filter(Person::isTwin).toList();
            assertThat(twins.get(0).born()).isEqualTo(twins.get(1).born());
            assertThat(twins.get(0).forename()).isNotEqualTo(twins.get(1).forename());
            assertThat(twins.get(0).nhsNumber()).isNotEqualTo(twins.get(1).nhsNumber());
        });
    }

    @Test
    void namesAreOfManyOrigins() {
        assertThat(HOUSEHOLDS).extracting(household -> household.child(0).surname()).contains("Smith", "Khan", "Okafor", "Kowalczyk", "Patel", "Haile");
    }

    @Test
    void postcodesAreSynthetic() {
        assertThat(HOUSEHOLDS).allSatisfy(household -> assertThat(household.home().postcode()).matches("ZZ99 [0-9][A-Z]{2}"));
    }

    @ParameterizedTest
    @CsvSource({"2022-09-01,,", "2022-08-31,2001,R", "2015-08-31,4001,7", "2015-09-01,2001,6", "2010-09-01,4001,11", "2010-08-31,,"})
    void childrenGoToTheSchoolOfTheirAge(LocalDate born, String establishment, String yearGroup) {
        School school = new SchoolList(1).choose(new SplittableRandom(1)).on(GeneratedBorough.TODAY, born);
        assertThat(school == null ? null : school.establishment()).isEqualTo(establishment);
        if (school != null) {
            assertThat(SchoolList.yearGroup(GeneratedBorough.TODAY, born)).isEqualTo(yearGroup);
        }
    }

    private static List<Household> households(int count) {
        HouseholdMaker maker = new HouseholdMaker(new IdentifierMint(), new SchoolList(count), GeneratedBorough.TODAY);
        return IntStream.rangeClosed(1, count).mapToObj(number -> maker.make(number, RANDOM)).toList();
    }
}
