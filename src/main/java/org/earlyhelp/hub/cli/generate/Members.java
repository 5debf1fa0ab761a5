package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.cli.generate.Household.Apart;
import org.earlyhelp.hub.cli.generate.Household.Carer;
import org.earlyhelp.hub.cli.generate.Household.Home;
import org.earlyhelp.hub.cli.generate.Household.Pupil;
import org.earlyhelp.hub.person.Sex;

/** The people of one household while it is being made. */
final class Members {
    private static final int ADULT_AT_BIRTH = 19;
    private static final double SECOND_CARER_RATE = 0.62;
    private static final double FATHER_ALONE_RATE = 0.08;
    private static final double OWN_SURNAME_RATE = 0.25;
    /** Of mothers alone: how many children's fathers live elsewhere and are named in records. */
    private static final double FATHER_APART_RATE = 0.3;
    private static final double NAMED_AFTER_FATHER_RATE = 0.02;
    private static final double NAMED_AS_COUSIN_RATE = 0.25;
    private static final double TWINS_OF_ONE_SEX_RATE = 0.66;
    private static final double TWINS_ALIKE_IN_NAME_RATE = 0.35;
    private static final int TRIES = 20;

    private final String id;
    private final NamePool names;
    private final IdentifierMint mint;
    private final RandomGenerator random;
    private final Household kin;
    private final String surname;
    private final List<Carer> carers = new ArrayList<>();
    private final List<Pupil> children = new ArrayList<>();
    private LocalDate oldestBorn;
    private int people;

    /** {@code kin} share the surname, or is null. */
    Members(String id, NamePool names, IdentifierMint mint, RandomGenerator random, Household kin) {
        this.id = id;
        this.names = names;
        this.mint = mint;
        this.random = random;
        this.kin = kin;
        this.surname = kin == null ? names.surname(random) : kin.child(0).surname();
    }

    String id() {
        return id;
    }

    List<Carer> carers() {
        return carers;
    }

    List<Pupil> children() {
        return children;
    }

    void addCarers(LocalDate firstBirth) {
        oldestBorn = firstBirth;
        boolean fatherAlone = random.nextDouble() < FATHER_ALONE_RATE;
        carers.add(carer(fatherAlone ? Sex.M : Sex.F, surname));
        if (!fatherAlone && random.nextDouble() < SECOND_CARER_RATE) {
            carers.add(carer(Sex.M, random.nextDouble() < OWN_SURNAME_RATE ? names.surname(random) : surname));
        }
    }

    /** {@code schoolOf} gives the school of a child born then, or null. */
    void addChildren(List<LocalDate> births, Function<LocalDate, School> schoolOf) {
        for (int i = 0; i < births.size(); i++) {
            boolean second = i > 0 && births.get(i).equals(births.get(i - 1));
            boolean first = i + 1 < births.size() && births.get(i).equals(births.get(i + 1));
            children.add(second ? twin(births.get(i), schoolOf) : child(births.get(i), schoolOf, anySex(), first ? 1 : 0));
        }
    }

    /** The children's father at that home of his own, or null. */
    Apart apart(Home home) {
        boolean motherAlone = carers.size() == 1 && carers.get(0).relationship().equals("MOTHER");
        return motherAlone && random.nextDouble() < FATHER_APART_RATE ? new Apart(carer(Sex.M, random.nextBoolean() ? surname : names.surname(random)), home) : null;
    }

    private Carer carer(Sex sex, String familyName) {
        LocalDate born = oldestBorn.minusYears(ADULT_AT_BIRTH + random.nextInt(20)).minusDays(random.nextInt(365));
        Person person = new Person(nextId(), familyName, names.forename(sex, random), born, sex, mint.nextNhsNumber(), null, phone(), 0);
        return new Carer(person, sex == Sex.F ? "MOTHER" : "FATHER");
    }

    private Pupil twin(LocalDate born, Function<LocalDate, School> schoolOf) {
        Person other = children.get(children.size() - 1).person();
        Sex sex = random.nextDouble() < TWINS_OF_ONE_SEX_RATE ? other.sex() : anySex();
        boolean alike = sex == other.sex() && random.nextDouble() < TWINS_ALIKE_IN_NAME_RATE;
        String forename = alike ? names.forenameLike(other.forename(), sex, random) : unusedForename(sex);
        return pupil(born, schoolOf, sex, isUsed(forename) ? unusedForename(sex) : forename, 2);
    }

    private Pupil child(LocalDate born, Function<LocalDate, School> schoolOf, Sex sex, int birthOrder) {
        String forename = random.nextDouble() < NAMED_AFTER_FATHER_RATE ? fathersName(sex) : random.nextDouble() < NAMED_AS_COUSIN_RATE ? cousinsName(sex) : null;
        return pupil(born, schoolOf, sex, forename == null || isUsed(forename) ? unusedForename(sex) : forename, birthOrder);
    }

    private Pupil pupil(LocalDate born, Function<LocalDate, School> schoolOf, Sex sex, String forename, int birthOrder) {
        School school = schoolOf.apply(born);
        String upn = school == null ? null : mint.nextUpn(school, SchoolList.allocationYear(born));
        return new Pupil(new Person(nextId(), surname, forename, born, sex, mint.nextNhsNumber(), upn, null, birthOrder), school);
    }

    private String fathersName(Sex sex) {
        return carers.stream().map(Carer::person).filter(it -> it.sex() == Sex.M && sex == Sex.M).map(Person::forename).findFirst().orElse(null);
    }

    private String cousinsName(Sex sex) {
        return kin == null ? null : kin.children().stream().map(Pupil::person).filter(it -> it.sex() == sex).map(Person::forename).findFirst().orElse(null);
    }

    /** Parents seldom give two children one name. */
    private String unusedForename(Sex sex) {
        String forename = names.forename(sex, random);
        for (int tries = 0; tries < TRIES && isUsed(forename); tries++) {
            forename = names.forename(sex, random);
        }
        return forename;
    }

    private boolean isUsed(String forename) {
        return children.stream().anyMatch(pupil -> pupil.person().forename().equals(forename));
    }

    private Sex anySex() {
        return random.nextBoolean() ? Sex.F : Sex.M;
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
