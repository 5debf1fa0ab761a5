package org.earlyhelp.hub.linkage.learned;

import java.util.ArrayList;
import java.util.List;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.compare.LineComparison;
import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.compare.PostcodeComparison;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.CountedChances;
import org.earlyhelp.hub.linkage.weight.DeclaredLevels;
import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.PlaceLevels;

/**
 * How often any two descriptions agree at each level: full agreement from how common values are among people, the
 * levels below from pairs spread evenly over the descriptions. Nothing is drawn at random.
 */
final class DescriptionChances {
    private static final int SAMPLE_PAIRS = 200_000;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** How often an age fits the date of birth of whoever it is said of: declared, as the sample borough states no ages. */
    private static final double AGE_OF_ONE_PERSON = 0.95;
    /** Ages of any two fit at most so often, also in data about people of one year; so do the parents of any two. */
    private static final double MOST_BY_CHANCE = 0.5;
    /** How often a number that nobody verified is the right one; declared likewise. */
    private static final double NUMBER_OF_ONE_PERSON = 0.9;
    /** How often any two have one number, by dummy numbers and slips of the hand; declared likewise. */
    private static final double NUMBER_BY_CHANCE = 1e-4;

    /** Each of two children may name two parents. */
    private static final int PAIRS_OF_PARENTS = 4;
    /** Parents of any two have one name at least so often, also in data about few adults. */
    private static final double LEAST_OF_PARENTS = 0.005;

    private final List<Description> descriptions;
    private final DescriptionComparison comparison;
    private final Census census;
    private final double[][] seen;

    DescriptionChances(List<Description> descriptions, DescriptionComparison comparison, Census census) {
        this.descriptions = descriptions;
        this.comparison = comparison;
        this.census = census;
        this.seen = DescriptionComparison.ASPECTS.stream().map(aspect -> new double[AspectLevels.size(aspect)]).toArray(double[][]::new);
    }

    /** The levels of each aspect, before learning. */
    List<Levels> levels() {
        look();
        List<Levels> levels = new ArrayList<>();
        for (int k = 0; k < seen.length; k++) {
            Aspect aspect = DescriptionComparison.ASPECTS.get(k);
            levels.add(levels(aspect, seen[k]));
        }
        return levels;
    }

    private Levels levels(Aspect aspect, double[] counts) {
        return switch (aspect) {
            case PLACE -> place(counts);
            case AGE -> new DeclaredLevels(aspect, AGE_OF_ONE_PERSON, Math.min(MOST_BY_CHANCE, 2 * census.agreementOf(Description::yearOfBirth)));
            case UNVERIFIED -> new DeclaredLevels(aspect, NUMBER_OF_ONE_PERSON, NUMBER_BY_CHANCE);
            default -> new Levels(aspect, CountedChances.of(counts, agreement(aspect)), different(aspect, counts.length));
        };
    }

    /** The level of full difference; after it names have levels of another kind. */
    private static int different(Aspect aspect, int levels) {
        return aspect == Aspect.FORENAME || aspect == Aspect.SURNAME ? NameLevel.DIFFERENT.ordinal() : levels - 2;
    }

    private void look() {
        for (long sample = 1; sample <= SAMPLE_PAIRS && descriptions.size() > 1; sample++) {
            int one = at(sample * 2);
            int other = at(sample * 2 + 1);
            if (one != other) {
                int[] levels = comparison.compare(descriptions.get(one), descriptions.get(other)).levels();
                for (int k = 0; k < levels.length; k++) {
                    seen[k][levels[k]]++;
                }
            }
        }
    }

    private int at(long number) {
        long mixed = number * SPREAD;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        return (int) (((mixed ^ mixed >>> 27) >>> 33) % descriptions.size());
    }

    private double agreement(Aspect aspect) {
        return switch (aspect) {
            case FORENAME -> census.agreementOf(Census::forename);
            case SURNAME -> census.agreementOf(it -> it.name().surname());
            case BIRTH -> census.agreementOf(Description::born);
            case SEX -> census.agreementOf(Description::sex);
            case PHONE -> census.agreementOf(Description::phone);
            case PARENTS -> Math.max(LEAST_OF_PARENTS, Math.min(MOST_BY_CHANCE, PAIRS_OF_PARENTS * census.agreementOf(DescriptionChances::parentsForename)));
            default -> throw new IllegalArgumentException(aspect + " is not compared");
        };
    }

    /** A parent's surname is mostly the child's own, which is compared already: only the forename says more. */
    private static Object parentsForename(Description it) {
        String forename = it.kind() == Kind.ADULT ? Census.forename(it) : null;
        return forename == null ? null : NameComparison.sound(forename);
    }

    private Levels place(double[] counts) {
        int lines = LineComparison.LINE.levels().size() + 1;
        int postcodes = PostcodeComparison.POSTCODE.levels().size() + 1;
        double[] line = new double[lines];
        double[] postcode = new double[postcodes];
        for (int level = 0; level < counts.length; level++) {
            line[level / postcodes] += counts[level];
            postcode[level % postcodes] += counts[level];
        }
        return new PlaceLevels(CountedChances.of(line, census.agreementOf(it -> it.home() == null ? null : it.home().line1())),
                CountedChances.of(postcode, census.agreementOf(it -> it.home() == null ? null : it.home().postcode())));
    }
}
