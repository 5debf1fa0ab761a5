package org.earlyhelp.hub.linkage.weight;

import java.util.List;

/**
 * What two records can be, and how likely each is before anything is compared: one person, two people of one
 * household, or two strangers. Learned without labels by expectation-maximisation (Dempster, Laird and Rubin 1977)
 * over the patterns of the compared pairs; pairs that were not compared count as strangers, whose probabilities come
 * from the data directly and stay. The third possibility is what the two-part model of Fellegi and Sunter (1969)
 * lacks: without it surname, address and telephone make one person of two children. Not thread-safe.
 */
public final class Mixture {
    private static final double START_MATCHES_PER_RECORD = 0.5;
    private static final double CONVERGED = 1e-5;

    private final List<Levels> comparisons;
    private final double allPairs;
    private double matchShare;
    private double householdShare;
    private double nameLift = 1;

    /**
     * A mixture before learning.
     *
     * @param allPairs how many pairs the records have, compared or not
     */
    public Mixture(List<Levels> comparisons, long records, double allPairs) {
        this.comparisons = List.copyOf(comparisons);
        this.allPairs = Math.max(1, allPairs);
        this.matchShare = Math.min(0.1, START_MATCHES_PER_RECORD * records / this.allPairs);
        this.householdShare = matchShare;
    }

    /**
     * Tells how much more often any two people agree in forename and surname both than the two by themselves say:
     * names go together by origin and by fashion, and counted apart they would count twice.
     *
     * @param lift 1 when they are independent; the first two comparisons are the names
     */
    public void namesGoTogether(double lift) {
        nameLift = lift;
    }

    /** See {@link #namesGoTogether}. */
    public double nameLift() {
        return nameLift;
    }

    /** In the order of their fields; what was learned is in them. */
    public List<Levels> comparisons() {
        return comparisons;
    }

    /** The share of all pairs that are of one person. */
    public double matchShare() {
        return matchShare;
    }

    /** The share of all pairs that are of two people of one household. */
    public double householdShare() {
        return householdShare;
    }

    /** Learns until the share of matches stands still, at most so many rounds; then no better level weighs less than a worse one. */
    public void learn(Patterns patterns, int rounds) {
        double[] matching = new double[patterns.size()];
        double[] housemates = new double[patterns.size()];
        for (int round = 0; round < rounds; round++) {
            double before = matchShare;
            expect(patterns, matching, housemates);
            maximise(patterns, matching, housemates);
            if (Math.abs(matchShare - before) < CONVERGED * before) {
                return;
            }
        }
    }

    /** Sees to it that more agreement never weighs less, as {@link Levels#straighten} says; to be asked for after learning. */
    public void straighten() {
        comparisons.forEach(Levels::straighten);
    }

    private void expect(Patterns patterns, double[] matching, double[] housemates) {
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            double match = match(patterns.levels(pattern));
            double household = household(patterns.levels(pattern));
            double all = match + household + chance(patterns.levels(pattern));
            matching[pattern] = match / all * patterns.count(pattern);
            housemates[pattern] = household / all * patterns.count(pattern);
        }
    }

    private void maximise(Patterns patterns, double[] matching, double[] housemates) {
        for (int k = 0; k < comparisons.size(); k++) {
            double[] matched = new double[comparisons.get(k).size()];
            double[] shared = new double[matched.length];
            for (int pattern = 0; pattern < patterns.size(); pattern++) {
                matched[patterns.levels(pattern)[k]] += matching[pattern];
                shared[patterns.levels(pattern)[k]] += housemates[pattern];
            }
            comparisons.get(k).learnBoth(matched, shared);
        }
        matchShare = Math.min(0.5, Math.max(sum(matching), 1) / allPairs);
        householdShare = Math.min(0.4, Math.max(sum(housemates), 1) / allPairs);
    }

    /** The joint probability of one person and of these levels. */
    public double match(int[] levels) {
        double product = matchShare;
        for (int k = 0; k < levels.length; k++) {
            product *= comparisons.get(k).match(levels[k]);
        }
        return product;
    }

    /** The joint probability of two people of one household and of these levels. */
    public double household(int[] levels) {
        double product = householdShare;
        for (int k = 0; k < levels.length; k++) {
            product *= comparisons.get(k).household(levels[k]);
        }
        return product;
    }

    /** The joint probability of two strangers and of these levels. */
    public double chance(int[] levels) {
        double product = (1 - matchShare - householdShare) * (levels[0] == 0 && levels[1] == 0 ? nameLift : 1);
        for (int k = 0; k < levels.length; k++) {
            product *= comparisons.get(k).chance(levels[k]);
        }
        return product;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
