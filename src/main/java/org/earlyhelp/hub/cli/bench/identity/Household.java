package org.earlyhelp.hub.cli.bench.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Sex;

/**
 * A made-up household of that number: one to three children, a mother and often a father, as one record of a health, school or council
 * feed names them. The same number gives the same household.
 */
final class Household {
    static final int MOST_MEMBERS = 5;
    private static final long SEED = 20_261_101;
    private static final int HOUSES_A_STREET = 40;
    private static final int STREETS = 8_000;
    private static final int STREETS_A_DISTRICT = 500;
    private final int number;
    private final SplittableRandom random;
    private final String surname;
    private final Address home;
    private final List<Mention> members = new ArrayList<>();

    private Household(int number) {
        this.number = number;
        this.random = new SplittableRandom(SEED + number);
        this.surname = Spread.surname(random);
        int street = random.nextInt(STREETS);
        String postcode = "ZZ%d %d%c%c".formatted(1 + street / STREETS_A_DISTRICT, street % 10, 'A' + street / 10 % 20, 'A' + street / 200 % 20);
        this.home = new Address(1 + random.nextInt(HOUSES_A_STREET) + " " + Spread.street(street), null, "Avonford", postcode, null, Disclosure.NORMAL);
        int children = 1 + (chance(55) ? 1 : 0) + (chance(15) ? 1 : 0);
        for (int i = 0; i < children; i++) {
            members.add(new Mention(isSchool() ? Role.PUPIL : Role.CHILD, i, null, child(i)));
        }
        members.add(new Mention(Role.PARENT, 0, Relationship.MOTHER, parent(Sex.F, 0)));
        if (chance(60)) {
            members.add(new Mention(Role.PARENT, 1, Relationship.FATHER, parent(Sex.M, 1)));
        }
    }

    static Household of(int number) {
        return new Household(number);
    }

    List<Mention> members() {
        return members;
    }

    BenchRecord record() {
        String agency = isHealth() ? "avonford-health" : isSchool() ? "avonford-schools" : "avonford-council";
        String feed = isHealth() ? "health-visiting" : isSchool() ? "school-attendance" : "open-involvements";
        return new BenchRecord(agency, feed, "R" + number, members);
    }

    private MentionedPerson child(int index) {
        int serial = number * MOST_MEMBERS + index;
        LocalDate born = LocalDate.of(2008, 9, 1).plusDays(random.nextInt(6_600));
        String forenames = Spread.forename(random) + (chance(40) ? " " + Spread.forename(random) : "");
        MentionedPersonBuilder it = MentionedPerson.builder().surname(surname).forenames(forenames).dateOfBirth(born).sex(chance(50) ? Sex.F : Sex.M)
                .address(home).localRef(Integer.toString(serial));
        return (isSchool() ? it.upn(CheckedNumbers.upn(serial)) : it.nhsNumber(CheckedNumbers.nhs(serial))).build();
    }

    private MentionedPerson parent(Sex sex, int index) {
        MentionedPersonBuilder it = MentionedPerson.builder().surname(chance(80) ? surname : Spread.surname(random)).forenames(Spread.forename(random))
                .sex(sex).address(home);
        if (chance(50)) {
            it.dateOfBirth(LocalDate.of(1966, 1, 1).plusDays(random.nextInt(13_000)));
        }
        if (chance(75)) {
            it.phone("077%08d".formatted(random.nextInt(100_000_000)));
        }
        return (chance(40) ? it.localRef("P" + (number * MOST_MEMBERS + index)) : it).build();
    }

    private boolean isHealth() {
        return number % 10 < 5;
    }

    private boolean isSchool() {
        return number % 10 > 7;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
