package org.earlyhelp.hub.linkage.weight;

/** Match weights: the base-2 logarithm of the odds that two records are of one person (Fellegi and Sunter 1969). */
public final class MatchWeight {
    private MatchWeight() {
    }

    /** The weight of a probability between 0 and 1, both excluded. */
    public static double ofProbability(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    /** The weight of odds; the odds may be 0 or infinite. */
    public static double ofOdds(double odds) {
        return Math.log(odds) / Math.log(2);
    }

    /** The probability, from 0 to 1, that a weight stands for. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
