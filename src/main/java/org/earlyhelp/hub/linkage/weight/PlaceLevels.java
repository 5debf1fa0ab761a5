package org.earlyhelp.hub.linkage.weight;

/**
 * The levels of a place: first line, postcode and town together, each with its own levels and "not stated" last.
 * Whoever moves changes all three at once, and whoever shares one shares all: counted apart, one fact would count three
 * times. Probabilities are those of the combination, drawn towards the product of its parts where it was seen rarely.
 */
public final class PlaceLevels extends Levels {
    /** Imaginary pairs that draw a combination towards the product of its parts. */
    private static final double SHRINKAGE_PAIRS = 20;
    private static final double PRIOR_PAIRS = 0.3;

    private final int[] sizes;

    /**
     * Levels before learning.
     *
     * @param chances of each part the probability of its levels among any two records, "not stated" (1) last
     */
    public PlaceLevels(double[]... chances) {
        super(Aspect.PLACE, product(chances));
        sizes = new int[chances.length];
        for (int part = 0; part < sizes.length; part++) {
            sizes[part] = chances[part].length;
        }
        start(0.85, true);
        start(0.92, false);
    }

    private void start(double agreement, boolean ofMatch) {
        double[][] parts = new double[sizes.length][];
        for (int part = 0; part < sizes.length; part++) {
            parts[part] = new double[sizes[part]];
            for (int level = 0; level < sizes[part] - 1; level++) {
                parts[part][level] = level == 0 ? agreement : (1 - agreement) / (sizes[part] - 2);
            }
            parts[part][sizes[part] - 1] = 1;
        }
        begin(product(parts), ofMatch);
    }

    @Override
    void learn(double[] into, double[] seen) {
        double[] independent = product(margins(seen));
        double[] totals = new double[1 << sizes.length];
        for (int level = 0; level < seen.length; level++) {
            totals[silence(level)] += seen[level];
        }
        for (int level = 0; level < seen.length; level++) {
            into[level] = (seen[level] + SHRINKAGE_PAIRS * independent[level]) / (totals[silence(level)] + SHRINKAGE_PAIRS);
        }
    }

    @Override
    public void chanceOfAgreement(double agreement) {
        throw new UnsupportedOperationException("a place has several parts");
    }

    private double[][] margins(double[] seen) {
        double[][] margins = new double[sizes.length][];
        for (int part = 0; part < sizes.length; part++) {
            margins[part] = new double[sizes[part]];
        }
        for (int level = 0; level < seen.length; level++) {
            for (int part = sizes.length - 1, rest = level; part >= 0; rest /= sizes[part], part--) {
                margins[part][rest % sizes[part]] += seen[level];
            }
        }
        for (double[] margin : margins) {
            normalise(margin);
        }
        return margins;
    }

    private static void normalise(double[] margin) {
        int missing = margin.length - 1;
        double total = 0;
        for (int level = 0; level < missing; level++) {
            margin[level] += PRIOR_PAIRS;
            total += margin[level];
        }
        for (int level = 0; level < missing; level++) {
            margin[level] /= total;
        }
        margin[missing] = 1;
    }

    /** A combination that states the same parts is better when no part is worse. */
    @Override
    boolean isBetter(int one, int other) {
        if (one == other || silence(one) != silence(other)) {
            return false;
        }
        for (int part = sizes.length - 1, mine = one, theirs = other; part >= 0; mine /= sizes[part], theirs /= sizes[part], part--) {
            if (mine % sizes[part] > theirs % sizes[part]) {
                return false;
            }
        }
        return true;
    }

    /** Which parts are not stated, a bit each: probabilities add up to 1 among combinations that state the same parts. */
    private int silence(int level) {
        int silence = 0;
        for (int part = sizes.length - 1, rest = level; part >= 0; rest /= sizes[part], part--) {
            silence = silence << 1 | (rest % sizes[part] == sizes[part] - 1 ? 1 : 0);
        }
        return silence;
    }

    private static double[] product(double[][] parts) {
        double[] product = {1};
        for (double[] part : parts) {
            double[] longer = new double[product.length * part.length];
            for (int level = 0; level < longer.length; level++) {
                longer[level] = product[level / part.length] * part[level % part.length];
            }
            product = longer;
        }
        return product;
    }
}
