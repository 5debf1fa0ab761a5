package org.earlyhelp.hub.linkage.learned;

import java.util.ArrayList;
import java.util.List;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.WeightPart;
import org.earlyhelp.hub.linkage.compare.BirthLevel;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.Sureness;
import org.earlyhelp.hub.linkage.weight.WeightModel;

/** Weighs descriptions against all that is known of a person. Thread-safe. */
final class SideWeigher {
    /** What one pair of descriptions weighs at most for or against, within the mean. */
    private static final double MOST_OF_ONE_PAIR = 15;

    /** What two dates of birth that no slip explains weigh, in bits, where the rest is not compared. */
    private static final double BORN_APART_BITS = -7;

    private final DescriptionComparison comparison = new DescriptionComparison();
    private final Weigher weigher;

    /** Throws IllegalArgumentException when the model's comparisons are not those of descriptions. */
    SideWeigher(WeightModel model) {
        weigher = new Weigher(model);
    }

    /**
     * What a mention weighs against all that is known of a person.
     *
     * @param best           the highest weight
     * @param mean           the mean weight, each pair bounded
     * @param keptApart      whether a named reason keeps the best pair apart, or one of people any pair
     * @param nothingAgainst whether in the best pair nothing stated speaks against it
     */
    record Side(double best, double mean, boolean keptApart, boolean nothingAgainst) {
    }

    Side weigh(Description mention, List<Description> known) {
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        boolean keptApart = false;
        boolean nothingAgainst = false;
        boolean bestApart = false;
        for (Description it : known) {
            if (DescriptionComparison.births(mention, it) == BirthLevel.DIFFERENT) {
                // Never joined by this one: the rest need not be compared.
                keptApart |= KeptApart.isOfOtherPeople(mention, it);
                sum += BORN_APART_BITS;
                continue;
            }
            Compared compared = comparison.compare(mention, it);
            double weight = weigher.weight(compared, mention.agency(), it.agency());
            KeptApart apart = KeptApart.of(mention, it, compared);
            keptApart |= apart != null && apart.isOfPeople();
            sum += clipped(weight);
            if (weight > best) {
                best = weight;
                bestApart = apart != null;
                nothingAgainst = hasNothingAgainst(compared);
            }
        }
        return new Side(best, sum / known.size(), keptApart || bestApart, nothingAgainst);
    }

    /** The mean weight of all pairs of two sides, each bounded; minus infinity when a named reason of people keeps any pair apart. */
    double mean(List<Description> one, List<Description> other) {
        double sum = 0;
        for (Description mine : one) {
            for (Description theirs : other) {
                Compared compared = comparison.compare(mine, theirs);
                KeptApart apart = KeptApart.of(mine, theirs, compared);
                if (apart != null && apart.isOfPeople()) {
                    return Double.NEGATIVE_INFINITY;
                }
                sum += clipped(weigher.weight(compared, mine.agency(), theirs.agency()));
            }
        }
        return sum / ((double) one.size() * other.size());
    }

    /** See {@link LearnedModel#explain}. */
    List<WeightPart> explain(Description one, Description other) {
        Compared compared = comparison.compare(one, other);
        List<WeightPart> parts = new ArrayList<>();
        double before = weigher.weight(compared, 0, one.agency(), other.agency());
        parts.add(new WeightPart("before comparing", "any two people of the borough", before));
        for (int k = 0; k < DescriptionComparison.ASPECTS.size(); k++) {
            Aspect aspect = DescriptionComparison.ASPECTS.get(k);
            double after = weigher.weight(compared, k + 1, one.agency(), other.agency());
            parts.add(new WeightPart(aspect.words(), AspectLevels.words(aspect, compared.levels()[k]), after - before));
            before = after;
        }
        parts.add(new WeightPart("all taken together", Sureness.of(before).words(), before));
        return parts;
    }

    private static double clipped(double weight) {
        return Math.max(-MOST_OF_ONE_PAIR, Math.min(MOST_OF_ONE_PAIR, weight));
    }

    /** Names and date of birth agree in full, or as forms of one name, and so does the address or the telephone. */
    private static boolean hasNothingAgainst(Compared compared) {
        return KeptApart.ONE_NAME.contains(compared.forenames()) && KeptApart.ONE_NAME.contains(compared.surnames()) && compared.births() == BirthLevel.EXACT
                && compared.agreesOnSex() && (compared.agreesOnPlace() || compared.agreesOnPhone());
    }
}
