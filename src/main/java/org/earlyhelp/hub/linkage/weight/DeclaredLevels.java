package org.earlyhelp.hub.linkage.weight;

/**
 * Levels of two values, agreement and conflict, of which few data show enough pairs: what is declared of records of one
 * person stands until many pairs show otherwise.
 */
public final class DeclaredLevels extends Levels {
    /** So many imaginary pairs show what was declared. */
    private static final double DECLARED_PAIRS = 500;

    private final double[] declared;

    /**
     * Levels before learning.
     *
     * @param match  the probability that two records of one person agree
     * @param chance the probability that two records of any two people do
     */
    public DeclaredLevels(Aspect aspect, double match, double chance) {
        super(aspect, new double[] {chance, 1 - chance, 1});
        declared = new double[] {match, 1 - match, 1};
        begin(declared, true);
    }

    @Override
    void learn(double[] into, double[] seen) {
        double total = DECLARED_PAIRS + seen[0] + seen[1];
        for (int level = 0; level < missing(); level++) {
            into[level] = (seen[level] + DECLARED_PAIRS * declared[level]) / total;
        }
    }
}
