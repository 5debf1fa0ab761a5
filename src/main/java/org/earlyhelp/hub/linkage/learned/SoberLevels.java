package org.earlyhelp.hub.linkage.learned;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.LevelPools;
import org.earlyhelp.hub.linkage.weight.LevelPools.Step;
import org.earlyhelp.hub.linkage.weight.Levels;

/**
 * Learned probabilities of an aspect made fit to run on: full difference is never less likely than the aspect's least,
 * and more agreement never weighs less, neither against strangers nor against people of one household. What the data
 * show of chance stays; between one person and one household the household's probabilities give way.
 *
 * @param match     among two records of one person
 * @param household among two people of one household
 * @param chance    among any two people
 */
record SoberLevels(double[] match, double[] household, double[] chance) {
    /** The least ratio of match to chance of places that differ: a family can come from where no record of the data comes from. */
    private static final double LEAST_MOVED = 0.02;

    static SoberLevels of(Aspect aspect, Levels learned) {
        return aspect == Aspect.PARENTS ? ofParents(learned) : inOrder(aspect, learned);
    }

    /**
     * Two records may each name another parent of one child: that says nothing. Nor may a parent named by both speak for
     * brothers and sisters rather than for one child, as if it had better not been named.
     */
    private static SoberLevels ofParents(Levels learned) {
        double same = Math.max(learned.match(0), learned.chance(0));
        double other = 1 - same;
        return new SoberLevels(new double[] {same, other, 1}, new double[] {Math.min(same, learned.household(0)), other, 1}, new double[] {learned.chance(0), other, 1});
    }

    private static SoberLevels inOrder(Aspect aspect, Levels learned) {
        double[] chance = values(learned, learned::chance);
        double[] match = aspect == Aspect.PLACE ? withLeastMoved(learned) : withLeastDifference(aspect, learned);
        List<Step> order = LevelOrder.of(aspect);
        LevelPools strangers = LevelPools.of(match, chance, order);
        match = strangers.spread(match, chance);
        double[] household = strangers.spread(values(learned, learned::household), chance);
        household = LevelPools.of(match, household, order).spread(household, match);
        for (int level : LevelOrder.besideSilence(aspect)) {
            household[level] = Math.min(household[level], match[level]);
        }
        return new SoberLevels(match, household, chance);
    }

    private static double[] withLeastMoved(Levels learned) {
        double[] match = values(learned, learned::match);
        Arrays.setAll(match, level -> Math.max(match[level], LEAST_MOVED * learned.chance(level)));
        return match;
    }

    /** No data show everything that happens. */
    private static double[] withLeastDifference(Aspect aspect, Levels learned) {
        double[] match = values(learned, learned::match);
        int difference = LevelOrder.difference(aspect);
        double least = Math.max(match[difference], aspect.leastDifference());
        double rest = (1 - least) / (1 - match[difference]);
        for (int level = 0; level < match.length - 1; level++) {
            match[level] *= rest;
        }
        match[difference] = least;
        return match;
    }

    /** An agency's own probabilities of one person, moved as little as lets more agreement never weigh less. Not for a place. */
    double[] inOrder(Aspect aspect, double[] own) {
        double[] base = chance.clone();
        List<Integer> row = LevelOrder.row(aspect);
        for (int at = 1; at < row.size(); at++) {
            int better = row.get(at - 1);
            int worse = row.get(at);
            base[worse] = base[better] * Math.min(chance[worse] / chance[better], household[worse] / household[better]);
        }
        return LevelPools.of(own, base, LevelOrder.of(aspect)).spread(own, base);
    }

    private static double[] values(Levels learned, IntToDoubleFunction column) {
        double[] values = new double[learned.size()];
        Arrays.setAll(values, column);
        return values;
    }
}
