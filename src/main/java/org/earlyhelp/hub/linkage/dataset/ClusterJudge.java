package org.earlyhelp.hub.linkage.dataset;

import java.util.Arrays;

import org.earlyhelp.hub.linkage.weight.MatchWeight;

/**
 * Makes clusters of pairs, strongest pair first. A pair joins two clusters only if the clusters as a whole belong
 * together: the mean weight over all their pairs must reach a bar that rises with the smaller cluster, as two large
 * clusters of one person would long have been one. So a chain of near misses makes no cluster. Not thread-safe.
 */
final class ClusterJudge {
    /** A single pair says no more than this for or against, in bits. */
    private static final double MOST_OF_ONE_PAIR = 15;
    /** The mean weight at which two single records' clusters may join, in bits. */
    private static final double BAR = -1;
    /** By how many bits the bar rises when the smaller cluster doubles. */
    private static final double RISE = 2;
    private static final int NOBODY = -1;

    /** The weight of any two records. */
    interface Weigher {
        double weight(int one, int other);
    }

    private final Weigher weigher;
    private final int[] clusterOf;
    private final int[] firstOf;
    private final int[] lastOf;
    private final int[] next;
    private final int[] sizeOf;
    private final double[] heldBy;
    private final RefusedJoins refused = new RefusedJoins();

    ClusterJudge(int records, Weigher weigher) {
        this.weigher = weigher;
        clusterOf = new int[records];
        firstOf = new int[records];
        lastOf = new int[records];
        next = new int[records];
        sizeOf = new int[records];
        heldBy = new double[records];
        for (int record = 0; record < records; record++) {
            clusterOf[record] = record;
            firstOf[record] = record;
            lastOf[record] = record;
        }
        Arrays.fill(next, NOBODY);
        Arrays.fill(sizeOf, 1);
        Arrays.fill(heldBy, Double.POSITIVE_INFINITY);
    }

    /** Joins by all pairs of at least the given weight. */
    void judge(Candidates pairs, double[] weights, double least) {
        for (long entry : strongestFirst(weights, pairs.size(), least)) {
            int pair = (int) entry;
            consider(clusterOf[pairs.later(pair)], clusterOf[pairs.earlier(pair)], weights[pair]);
        }
    }

    private static long[] strongestFirst(double[] weights, int pairs, double least) {
        long[] order = new long[pairs];
        int size = 0;
        for (int pair = 0; pair < pairs; pair++) {
            if (weights[pair] >= least) {
                // Floats keep their order as integers; the pair's number breaks ties.
                long rank = Integer.MAX_VALUE - Float.floatToIntBits((float) (weights[pair] - least));
                order[size++] = rank << 32 | pair;
            }
        }
        long[] ordered = Arrays.copyOf(order, size);
        Arrays.sort(ordered);
        return ordered;
    }

    private void consider(int one, int other, double weight) {
        if (one == other || refused.contains(one, sizeOf[one], other, sizeOf[other])) {
            return;
        }
        boolean pairOnly = sizeOf[one] == 1 && sizeOf[other] == 1;
        if (pairOnly || meanWeight(one, other) >= bar(Math.min(sizeOf[one], sizeOf[other]))) {
            join(one, other, weight);
        } else {
            refused.add(one, sizeOf[one], other, sizeOf[other]);
        }
    }

    private static double bar(int smaller) {
        return BAR + RISE * MatchWeight.ofOdds(smaller);
    }

    private double meanWeight(int one, int other) {
        double sum = 0;
        for (int mine = firstOf[one]; mine != NOBODY; mine = next[mine]) {
            for (int theirs = firstOf[other]; theirs != NOBODY; theirs = next[theirs]) {
                sum += Math.max(-MOST_OF_ONE_PAIR, Math.min(MOST_OF_ONE_PAIR, weigher.weight(mine, theirs)));
            }
        }
        return sum / ((double) sizeOf[one] * sizeOf[other]);
    }

    private void join(int one, int other, double weight) {
        int kept = sizeOf[one] >= sizeOf[other] ? one : other;
        int gone = kept == one ? other : one;
        for (int record = firstOf[gone]; record != NOBODY; record = next[record]) {
            clusterOf[record] = kept;
        }
        next[lastOf[kept]] = firstOf[gone];
        lastOf[kept] = lastOf[gone];
        sizeOf[kept] += sizeOf[gone];
        heldBy[kept] = Math.min(weight, Math.min(heldBy[kept], heldBy[gone]));
    }

    /** The number of the cluster of each record: that of one of its records. */
    int[] clusters() {
        return clusterOf.clone();
    }

    /** The weakest weight by which the cluster of a record was made; infinite for one alone. */
    double heldBy(int record) {
        return heldBy[clusterOf[record]];
    }

    /** The first record of the cluster of a record, for {@link #after}. */
    int first(int record) {
        return firstOf[clusterOf[record]];
    }

    /** The record after this one in its cluster, or -1. */
    int after(int record) {
        return next[record];
    }
}
