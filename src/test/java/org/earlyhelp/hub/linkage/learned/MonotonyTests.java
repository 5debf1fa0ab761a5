package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.earlyhelp.hub.linkage.ComparableName;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.person.Sex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weights of random pairs: the same either way round, and never lower for agreeing in a field that differed or was not
 * stated. Names that agree in part are left out: full agreement in a very common name may say less than that.
 */
class MonotonyTests {
    private static final int PAIRS = 20_000;
    /** Four digits of each probability are kept. */
    private static final double ROUNDING_BITS = 0.01;
    private static final List<String> FORENAMES = List.of("Olivia", "Mohammed", "Chidi", "Jayden", "Xanthippe", "Anne Marie", "Jo", "J");
    private static final List<String> SURNAMES = List.of("Smith", "Khan", "Okafor", "Okafer", "Smith-Jones", "Wrzesniewska");
    private static final List<String> LINES = List.of("4 Test Row", "4 Test Rd", "9 Far Lane", "Flat 2 Long Court High Street");
    private static final List<String> POSTCODES = List.of("ZZ99 3VZ", "ZZ99 3VY", "ZZ98 7AB", "AB1 2CD");
    private static final List<String> PHONES = List.of("01632960001", "01632960002", "07700900123");
    private static final List<String> AGENCIES = List.of("avonford-police", "avonford-schools", "avonford-health", "unheard-of");
    private static final List<String> NUMBERS = List.of("9990000018", "9990000026", "9990000034");
    private static final List<Set<Integer>> PARENTS = List.of(Set.of(), Set.of(1), Set.of(2), Set.of(1, 2), Set.of(3));
    private static final int FIELDS = 10;
    private static final DescriptionComparison COMPARISON = new DescriptionComparison();
    private static final LearnedModel MODEL = new LearnedModel(ModelSource.shipped());

    /** What a description says, for changing one field. */
    private record Told(Kind kind, String agency, String forename, String surname, LocalDate born, Sex sex, String line, String postcode, String phone,
                        Integer age, String unverified, Set<Integer> parents) {
        Description description() {
            Dwelling home = line == null && postcode == null ? null : new Dwelling(null, line, postcode);
            return new Description(kind, agency, agency + "|r", null, null, null, ComparableName.of(surname, forename, List.of()), born, null, sex, home, phone,
                    Set.of(), false, null, false, born == null ? age : null, unverified, parents);
        }

        static Told anything(Random random) {
            LocalDate born = LocalDate.of(2019, 4, 2).plusDays(random.nextInt(4) * 400L);
            return new Told(random.nextInt(4) == 0 ? Kind.ADULT : Kind.CHILD, any(AGENCIES, random), maybe(any(FORENAMES, random), random),
                    maybe(any(SURNAMES, random), random), maybe(born, random), maybe(random.nextBoolean() ? Sex.F : Sex.M, random), maybe(any(LINES, random), random),
                    maybe(any(POSTCODES, random), random), maybe(any(PHONES, random), random), maybe(2018 + random.nextInt(4), random), maybe(any(NUMBERS, random), random),
                    any(PARENTS, random));
        }

        /** As this, but one field as the other says it. */
        Told agreeing(int field, Told other) {
            return new Told(kind, agency, field == 0 ? other.forename : forename, field == 1 ? other.surname : surname, field == 2 ? other.born : born,
                    field == 3 ? other.sex : sex, field == 4 ? other.line : line, field == 5 ? other.postcode : postcode, field == 6 ? other.phone : phone,
                    field == 7 ? other.age : age, field == 8 ? other.unverified : unverified, field == 9 ? other.parents : parents);
        }

        /** Whether the field says something. */
        boolean says(int field) {
            return new Object[] {forename, surname, born, sex, line, postcode, phone, born == null ? age : null, unverified, parents.isEmpty() ? null : parents}[field] != null;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 20261123})
    void weighsTheSameEitherWayRound(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            Description one = Told.anything(random).description();
            Description other = Told.anything(random).description();
            assertThat(weight(one, other)).as("pair %d of seed %d", i, seed).isEqualTo(weight(other, one));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 20261123})
    void neverWeighsLessForAgreeingInOneFieldMore(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            Told one = Told.anything(random);
            Told other = Told.anything(random);
            int field = random.nextInt(FIELDS);
            if (other.says(field) && !isPartOfAName(one.description(), other.description(), field)) {
                assertThat(weight(one.agreeing(field, other).description(), other.description())).as("pair %d of seed %d: %s and %s, field %d", i, seed, one, other, field)
                        .isGreaterThanOrEqualTo(weight(one.description(), other.description()) - ROUNDING_BITS);
            }
        }
    }

    private static boolean isPartOfAName(Description one, Description other, int field) {
        return field < 2 && COMPARISON.compare(one, other).levels()[field] < NameLevel.WEAK.ordinal();
    }

    private static double weight(Description one, Description other) {
        return MODEL.weight(one, List.of(other));
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static <T> T maybe(T value, Random random) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
