package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Household.Carer;
import org.earlyhelp.hub.cli.generate.Household.Home;
import org.earlyhelp.hub.cli.generate.Household.Pupil;
import org.earlyhelp.hub.person.Sex;

/** Makes households one after another: names of one origin, one to four children under 18, twins among them. Not thread-safe. */
final class HouseholdMaker {
    static final double TWIN_RATE = 0.015;
    private static final int ADULT_AT_BIRTH = 19;
    private static final int OLDEST_CHILD_DAYS = 17 * 365;
    private static final double SECOND_CARER_RATE = 0.62;
    private static final double FATHER_ALONE_RATE = 0.08;
    private static final double OWN_SURNAME_RATE = 0.25;
    /** Cumulative shares of one, two, three children; the rest has four. */
    private static final double[] CHILDREN_UP_TO = {0.44, 0.82, 0.95};
    private static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final String[] STREETS = ("Cooper Row,Ropewalk Terrace,Sallow Walk,Tannery Steps,Gorse Close,Millrace Way,Bracken Rise,Fuller Street,"
            + "Linden Avenue,Weavers Fold,Quarry Road,Anchor Place,Saltmarsh Court,Beacon Street,Hollybush Green,Chandlers Way,Ferry Road,Curlew Way,"
            + "Moorland View,Spinnaker Street,Sycamore Road,Granary Mews,Chapel Hill,Barley Field,Orchard Bank,Netmakers Row,Heather Bank,Windlass Court,"
            + "Drovers Way,Cornmarket,Ropery Lane,Limekiln Road,Fishergate,Kingfisher Close,Tern Street,Mill Bank,Laburnum Grove,Pottery Yard,Foundry Lane,Cedar Court").split(",");

    private final IdentifierMint mint;
    private final SchoolList schools;
    private final LocalDate today;

    HouseholdMaker(IdentifierMint mint, SchoolList schools, LocalDate today) {
        this.mint = mint;
        this.schools = schools;
        this.today = today;
    }

    /** The household with that number, from 1. */
    Household make(int number, RandomGenerator random) {
        Members members = new Members("H-%06d".formatted(number), NamePool.anyOrigin(random), random);
        List<LocalDate> births = births(random);
        LocalDate oldest = births.get(0);
        members.addCarers(oldest);
        members.addChildren(births, schools.choose(random));
        return new Household(members.id, members.names.origin(), home(random), home(random), members.carers, members.children);
    }

    /** Birth dates, oldest first; a twin has the date of the one before. */
    private List<LocalDate> births(RandomGenerator random) {
        List<LocalDate> births = new ArrayList<>();
        int wanted = count(random);
        LocalDate next = today.minusDays(30 + random.nextInt(OLDEST_CHILD_DAYS - 30));
        while (births.size() < wanted && next.isBefore(today.minusDays(20))) {
            births.add(next);
            if (random.nextDouble() < TWIN_RATE) {
                births.add(next);
            }
            next = next.plusDays(400 + random.nextInt(1100));
        }
        return births;
    }

    private static int count(RandomGenerator random) {
        double at = random.nextDouble();
        int count = 1;
        while (count <= CHILDREN_UP_TO.length && at >= CHILDREN_UP_TO[count - 1]) {
            count++;
        }
        return count;
    }

    private static Home home(RandomGenerator random) {
        char second = POSTCODE_LETTERS.charAt(random.nextInt(POSTCODE_LETTERS.length()));
        char third = POSTCODE_LETTERS.charAt(random.nextInt(POSTCODE_LETTERS.length()));
        String line = (1 + random.nextInt(160)) + " " + STREETS[random.nextInt(STREETS.length)];
        return new Home(line, "Avonford", "ZZ99 " + random.nextInt(10) + second + third);
    }

    /** The people of one household while it is being made. */
    private final class Members {
        private final String id;
        private final NamePool names;
        private final RandomGenerator random;
        private final String surname;
        private final List<Carer> carers = new ArrayList<>();
        private final List<Pupil> children = new ArrayList<>();
        private int people;

        Members(String id, NamePool names, RandomGenerator random) {
            this.id = id;
            this.names = names;
            this.random = random;
            this.surname = names.surname(random);
        }

        void addCarers(LocalDate oldestBorn) {
            boolean fatherAlone = random.nextDouble() < FATHER_ALONE_RATE;
            carers.add(carer(fatherAlone ? Sex.M : Sex.F, surname, oldestBorn));
            if (!fatherAlone && random.nextDouble() < SECOND_CARER_RATE) {
                carers.add(carer(Sex.M, random.nextDouble() < OWN_SURNAME_RATE ? names.surname(random) : surname, oldestBorn));
            }
        }

        void addChildren(List<LocalDate> births, SchoolList.Choice choice) {
            for (int i = 0; i < births.size(); i++) {
                boolean second = i > 0 && births.get(i).equals(births.get(i - 1));
                boolean first = i + 1 < births.size() && births.get(i).equals(births.get(i + 1));
                children.add(child(births.get(i), choice, second ? 2 : first ? 1 : 0));
            }
        }

        private Carer carer(Sex sex, String familyName, LocalDate oldestBorn) {
            LocalDate born = oldestBorn.minusYears(ADULT_AT_BIRTH + random.nextInt(20)).minusDays(random.nextInt(365));
            Person person = new Person(nextId(), familyName, names.forename(sex, random), born, sex, mint.nextNhsNumber(), null, phone(), 0);
            return new Carer(person, sex == Sex.F ? "MOTHER" : "FATHER");
        }

        private Pupil child(LocalDate born, SchoolList.Choice choice, int birthOrder) {
            Sex sex = random.nextBoolean() ? Sex.F : Sex.M;
            School school = choice.on(today, born);
            String upn = school == null ? null : mint.nextUpn(school, SchoolList.allocationYear(born));
            return new Pupil(new Person(nextId(), surname, unusedForename(sex), born, sex, mint.nextNhsNumber(), upn, null, birthOrder), school);
        }

        /** Parents seldom give two children one name. */
        private String unusedForename(Sex sex) {
            String forename = names.forename(sex, random);
            for (int tries = 0; tries < 20 && isUsed(forename); tries++) {
                forename = names.forename(sex, random);
            }
            return forename;
        }

        private boolean isUsed(String forename) {
            return children.stream().anyMatch(pupil -> pupil.person().forename().equals(forename));
        }

        /** The range for drama, 01632 960000 to 960999, is small: phones repeat across the borough, as shared ones do. */
        private String phone() {
            return "01632 960%03d".formatted(random.nextInt(1000));
        }

        private String nextId() {
            people++;
            return id + "/" + people;
        }
    }
}
