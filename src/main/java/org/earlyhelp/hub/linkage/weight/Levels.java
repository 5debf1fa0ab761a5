package org.earlyhelp.hub.linkage.weight;

import java.util.Arrays;

/**
 * The probabilities of the levels of one comparison, as arrays while they are learned: of two records of one person,
 * of two people of one household, and of any two people. The last level is "not stated" and says nothing: 1 in all
 * three. Not thread-safe.
 */
public class Levels {
    private static final double START_AGREEMENT = 0.9;
    /** Imaginary pairs that keep a level nobody showed from becoming impossible. */
    private static final double PRIOR_PAIRS = 2;

    private final Aspect aspect;
    private final double[] match;
    private final double[] household;
    private final double[] chance;
    private final int different;
    private double mostShare = 1;
    private double mostShareAtHome = 1;

    /**
     * Levels before learning.
     *
     * @param chance the probability of each level among any two records; of the stated ones adding up to 1
     */
    public Levels(Aspect aspect, double[] chance) {
        this(aspect, chance, chance.length - 2);
    }

    /**
     * As {@link #Levels(Aspect, double[])}, with levels of another kind after full difference.
     *
     * @param different the level of full difference
     */
    public Levels(Aspect aspect, double[] chance, int different) {
        this.aspect = aspect;
        this.different = different;
        this.chance = chance;
        this.match = new double[chance.length];
        this.household = new double[chance.length];
        Arrays.fill(match, (1 - START_AGREEMENT) / Math.max(1, missing() - 1));
        match[0] = START_AGREEMENT;
        match[missing()] = 1;
        startHousehold();
    }

    private void startHousehold() {
        double agreement = aspect.isSharedAtHome() ? START_AGREEMENT : Math.max(chance[0], aspect.leastAtHome());
        for (int level = 1; level < missing(); level++) {
            household[level] = chance[level] * (1 - agreement) / Math.max(1 - chance[0], 1e-9);
        }
        household[0] = agreement;
        household[missing()] = 1;
    }

    /** What is compared. */
    public Aspect aspect() {
        return aspect;
    }

    /** The number of levels, "not stated" included. */
    public int size() {
        return match.length;
    }

    int missing() {
        return match.length - 1;
    }

    /** How often two descriptions of one person compare so, 0 to 1. */
    public double match(int level) {
        return match[level];
    }

    /** How often two of one household compare so, 0 to 1. */
    public double household(int level) {
        return household[level];
    }

    /** How often two strangers compare so, 0 to 1. */
    public double chance(int level) {
        return chance[level];
    }

    /** Learns from how often each level was seen among records of one person, and among people of one household. */
    final void learnBoth(double[] matching, double[] housemates) {
        learn(match, matching);
        if (aspect.isSharedAtHome()) {
            learn(household, housemates);
        }
    }

    /** Sets what is assumed before learning. */
    final void begin(double[] probabilities, boolean ofMatch) {
        System.arraycopy(probabilities, 0, ofMatch ? match : household, 0, probabilities.length);
    }

    /** Sets the probability that any two agree in full; the other levels keep their proportions. */
    public void chanceOfAgreement(double agreement) {
        double rest = 1 - chance[0];
        for (int level = 1; level < missing(); level++) {
            chance[level] *= (1 - agreement) / rest;
        }
        chance[0] = agreement;
        if (!aspect.isSharedAtHome()) {
            startHousehold();
        }
    }

    /**
     * Whether one level is a better agreement than another: full agreement than all, and all than full difference. What
     * lies between are slips of different kinds, of which the data say which weighs more.
     */
    boolean isBetter(int one, int other) {
        return one != other && (one == 0 && other <= different || other == different && one < different);
    }

    /**
     * Sees to it that a better level never weighs less than a worse one against strangers, as few pairs may teach
     * otherwise: each ratio becomes the geometric mean of the most that a worse level has and the least that a better one
     * has. So too against housemates, but not for what they share: there agreement may rightly speak for them first.
     * Probabilities need not add up to 1 afterwards.
     */
    final void straighten() {
        double[] overChance = straightened(match, chance);
        for (int level = 0; level < missing(); level++) {
            // Few records can teach a ratio that no probability has.
            match[level] = Math.min(1, overChance[level] * chance[level]);
        }
        mostShare = match[0] / mostBelowFull(overChance);
        if (!aspect.isSharedAtHome()) {
            straightenAtHome();
        }
    }

    private void straightenAtHome() {
        double[] overHousehold = straightened(match, household);
        for (int level = 0; level < missing(); level++) {
            household[level] = match[level] / overHousehold[level];
        }
        mostShareAtHome = match[0] / mostBelowFull(overHousehold);
    }

    private double[] straightened(double[] of, double[] over) {
        double[] straight = new double[size()];
        for (int level = 0; level < straight.length; level++) {
            double most = of[level] / over[level];
            double least = most;
            for (int other = 0; other < straight.length; other++) {
                most = isBetter(level, other) ? Math.max(most, of[other] / over[other]) : most;
                least = isBetter(other, level) ? Math.min(least, of[other] / over[other]) : least;
            }
            straight[level] = Math.sqrt(most * least);
        }
        return straight;
    }

    private double mostBelowFull(double[] ratios) {
        double most = 0;
        for (int level = 1; level <= different; level++) {
            most = Math.max(most, ratios[level]);
        }
        return most;
    }

    /** A value may be this common among strangers and agreeing on it still weighs no less than a lower level. */
    public double mostShare() {
        return mostShare;
    }

    /** As {@link #mostShare}, among housemates. */
    public double mostShareAtHome() {
        return mostShareAtHome;
    }

    /** Turns counts of levels into probabilities. */
    void learn(double[] into, double[] seen) {
        double total = PRIOR_PAIRS;
        for (int level = 0; level < missing(); level++) {
            total += seen[level];
        }
        for (int level = 0; level < missing(); level++) {
            double prior = level == 0 ? PRIOR_PAIRS / 2 : PRIOR_PAIRS / 2 / Math.max(1, missing() - 1);
            into[level] = (seen[level] + prior) / total;
        }
    }
}
