package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Sex;
import org.earlyhelp.hub.person.Upn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rates are counted over so many mentions that five standard deviations are a narrow band. */
class NoiseModelTests {
    private static final int MENTIONS = 60_000;
    private static final long SEED = 7;
    private final IdentifierMint mint = new IdentifierMint();
    private final Household household = new HouseholdMaker(mint, new SchoolList(1000), GeneratedBorough.TODAY).make(1, new SplittableRandom(SEED));
    private final School school = new School("2001", "990001");
    private final Person pupil = new Person("H-000001/9", "Doherty", "Bernadette", LocalDate.parse("2015-03-17"), Sex.F,
            mint.nextNhsNumber(), mint.nextUpn(school, 19), "01632 960111", 0);

    @ParameterizedTest
    @EnumSource
    void keepsToTheRatesOfTheContract(Sender sender) {
        List<SentPerson> sent = sent(sender, 1);
        assertShare(sent, 0.03, person -> !person.surname().equals("Doherty"));
        assertShare(sent, 0.08, person -> !person.forename().equals("Bernadette"));
        assertShare(sent, sender.bornMissing, person -> person.born() == null);
        assertShare(sent, 0.03 * (1 - sender.bornMissing), person -> person.born() != null && !person.born().equals(pupil.born()));
        assertShare(sent, 0.05, person -> person.home().postcode() == null);
        assertShare(sent, 0.10, person -> person.home().line1().equals(household.previousHome().line1()));
        assertShare(sent, sender.nhsPresent, person -> person.nhsNumber() != null);
        assertShare(sent, sender.upnPresent, person -> person.upn() != null);
        assertShare(sent, 0.003 * sender.nhsPresent, person -> person.nhsNumber() != null && !person.nhsNumber().equals(pupil.nhsNumber()));
        assertShare(sent, 0.003 * sender.upnPresent, person -> person.upn() != null && !person.upn().equals(pupil.upn()));
    }

    @Test
    void scalesFaultsAndNotWhatSendersHold() {
        List<SentPerson> police = sent(Sender.POLICE, 2);
        assertShare(police, 0.06, person -> !person.surname().equals("Doherty"));
        assertShare(police, 0.02, person -> person.nhsNumber() != null);
        assertShare(sent(Sender.HEALTH, 2), 0.94, person -> person.nhsNumber() != null);
    }

    @Test
    void withoutNoiseSendersWriteWhatIsTrue() {
        assertThat(sent(Sender.HEALTH, 0)).containsOnly(new SentPerson(pupil.surname(), pupil.forename(), pupil.born(), pupil.sex(),
                pupil.nhsNumber(), null, pupil.phone(), household.home(), true, 0));
    }

    @Test
    void aMistypedIdentifierIsCaughtOrAnotherChilds() {
        String another = household.child(0).nhsNumber();
        assertThat(sent(Sender.HEALTH, 5)).extracting(SentPerson::nhsNumber)
                .filteredOn(number -> number != null && !number.equals(pupil.nhsNumber()))
                .isNotEmpty().contains(another)
                .allMatch(number -> number.equals(another) || NhsNumber.parse(number).asOptional().isEmpty());
        assertThat(sent(Sender.SCHOOL, 5)).extracting(SentPerson::upn).filteredOn(upn -> upn != null && !upn.equals(pupil.upn()))
                .isNotEmpty().allMatch(upn -> upn.equals(household.child(0).upn()) || Upn.parse(upn).asOptional().isEmpty());
    }

    @Test
    void aWrongBirthDateIsNeverLater() {
        assertThat(sent(Sender.POLICE, 5)).extracting(SentPerson::born).filteredOn(born -> born != null)
                .allMatch(born -> !born.isAfter(pupil.born()));
    }

    private List<SentPerson> sent(Sender sender, double noise) {
        NoiseModel model = new NoiseModel(noise);
        RandomGenerator random = new SplittableRandom(SEED);
        return IntStream.range(0, MENTIONS).mapToObj(i -> model.sent(sender, pupil, household, random)).toList();
    }

    private static void assertShare(List<SentPerson> sent, double rate, Predicate<SentPerson> fault) {
        double share = (double) sent.stream().filter(fault).count() / sent.size();
        double fiveDeviations = 5 * Math.sqrt(rate * (1 - rate) / sent.size());
        assertThat(share).as("seed %d", SEED).isCloseTo(rate, within(fiveDeviations));
    }
}
