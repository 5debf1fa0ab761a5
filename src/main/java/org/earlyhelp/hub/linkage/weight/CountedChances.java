package org.earlyhelp.hub.linkage.weight;

/** How often strangers compare at each level, learned by counting pairs. Stateless. */
public final class CountedChances {
    /** Added to each count, so that what was never seen is not impossible. */
    private static final double PRIOR_PAIRS = 0.3;

    private CountedChances() {
    }

    /**
     * The counts of an aspect's levels as probabilities, 0 to 1.
     *
     * @param counts    by level; the last is "not stated", which says nothing and gets 1
     * @param agreement the probability of full agreement, level 0, which is known better than by counting
     */
    public static double[] of(double[] counts, double agreement) {
        int missing = counts.length - 1;
        double[] chance = new double[counts.length];
        double total = 0;
        for (int level = 1; level < missing; level++) {
            chance[level] = counts[level] + PRIOR_PAIRS;
            total += chance[level];
        }
        for (int level = 1; level < missing; level++) {
            chance[level] *= (1 - agreement) / total;
        }
        chance[0] = agreement;
        chance[missing] = 1;
        return chance;
    }
}
