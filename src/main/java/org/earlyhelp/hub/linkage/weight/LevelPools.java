package org.earlyhelp.hub.linkage.weight;

import java.util.List;

/**
 * Levels put together until a ratio of two probabilities nowhere rises from a better level to a worse one: pooling of
 * adjacent violators (Ayer and others 1955), over an order that need not be a single row. Data that show a level seldom
 * leave its ratio to chance, and more agreement would weigh less.
 */
public final class LevelPools {
    /** So much, as a share, may a ratio rise: rounding. */
    private static final double TOLERANCE = 1e-9;

    private final int[] poolOf;

    /** Two levels, of which the better must not weigh less than the worse. */
    public record Step(int better, int worse) {
    }

    private LevelPools(int levels) {
        poolOf = new int[levels];
        for (int level = 0; level < levels; level++) {
            poolOf[level] = level;
        }
    }

    /** The pools within which {@code above / below} must be one ratio. All values are above 0. */
    public static LevelPools of(double[] above, double[] below, List<Step> order) {
        LevelPools pools = new LevelPools(above.length);
        while (pools.mergeFirstViolator(above, below, order)) {
            // Each round leaves one pool less.
        }
        return pools;
    }

    private boolean mergeFirstViolator(double[] above, double[] below, List<Step> order) {
        for (Step step : order) {
            double better = total(above, step.better) / total(below, step.better);
            double worse = total(above, step.worse) / total(below, step.worse);
            if (poolOf[step.better] != poolOf[step.worse] && better < worse * (1 - TOLERANCE)) {
                merge(poolOf[step.worse], poolOf[step.better]);
                return true;
            }
        }
        return false;
    }

    private void merge(int gone, int kept) {
        for (int level = 0; level < poolOf.length; level++) {
            poolOf[level] = poolOf[level] == gone ? kept : poolOf[level];
        }
    }

    /** The values with the sum of each pool as before, divided within it in the proportions given. */
    public double[] spread(double[] values, double[] proportions) {
        double[] spread = values.clone();
        for (int level = 0; level < spread.length; level++) {
            spread[level] = isAlone(level) ? values[level] : total(values, level) * proportions[level] / total(proportions, level);
        }
        return spread;
    }

    private boolean isAlone(int level) {
        for (int other = 0; other < poolOf.length; other++) {
            if (other != level && poolOf[other] == poolOf[level]) {
                return false;
            }
        }
        return true;
    }

    /** The sum over the pool of a level. */
    private double total(double[] values, int level) {
        double total = 0;
        for (int other = 0; other < values.length; other++) {
            total += poolOf[other] == poolOf[level] ? values[other] : 0;
        }
        return total;
    }
}
