package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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
    void twinsAreOftenOfOneSexAndAlikeInName() {
        List<List<Person>> births = HOUSEHOLDS.stream().map(household -> household.children().stream().map(Household.Pupil::person).filter(Person::isTwin).limit(2).toList())
                .filter(twins -> twins.size() == 2).toList();
        long ofOneSex = births.stream().filter(twins -> twins.get(0).sex() == twins.get(1).sex()).count();
        long alike = births.stream().filter(twins -> twins.get(0).forename().charAt(0) == twins.get(1).forename().charAt(0)).count();
        assertThat(ofOneSex).isGreaterThan(births.size() * 2 / 3);
        assertThat(alike).isBetween(births.size() / 6L, births.size() / 2L);
    }

    @Test
    void someCousinsAndSomeFathersShareAName() {
        List<Household> kin = new ArrayList<>();
        for (int i = 1; i < HOUSEHOLDS.size(); i++) {
            List<String> before = namesOf(HOUSEHOLDS.get(i - 1));
            if (namesOf(HOUSEHOLDS.get(i)).stream().anyMatch(before::contains)) {
                kin.add(HOUSEHOLDS.get(i));
            }
        }
        assertThat(kin).hasSizeBetween(20, 120);
        assertThat(HOUSEHOLDS.stream().filter(household -> household.carers().stream().anyMatch(carer -> namesOf(household)
                .contains(carer.person().forename() + " " + carer.person().surname())))).hasSizeBetween(100, 260);
    }

    @Test
    void someParentsLiveElsewhereInAHouseholdOfTheirOwn() {
        List<Household> apart = HOUSEHOLDS.stream().filter(household -> household.apart() != null).toList();
        assertThat(apart).hasSizeBetween(250, 600).allSatisfy(household -> {
            assertThat(household.carers()).hasSize(1);
            assertThat(household.apart().home()).isNotEqualTo(household.home());
            assertThat(household.idOf(household.apart().carer().person())).isNotEqualTo(household.id());
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

    private static List<String> namesOf(Household household) {
        return household.children().stream().map(child -> child.person().forename() + " " + child.person().surname()).toList();
    }

    private static List<Household> households(int count) {
        HouseholdMaker maker = new HouseholdMaker(new IdentifierMint(), new SchoolList(count), GeneratedBorough.TODAY);
        return IntStream.rangeClosed(1, count).mapToObj(number -> maker.make(number, RANDOM)).toList();
    }
}
