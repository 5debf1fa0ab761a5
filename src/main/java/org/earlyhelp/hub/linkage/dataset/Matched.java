package org.earlyhelp.hub.linkage.dataset;

import java.util.List;

import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.Mixture;

/** The result of matching a data set. Not thread-safe. */
public final class Matched {
    private final CodedRecords records;
    private final PairLevels reader;
    private final Mixture mixture;
    private final PairScorer scorer;
    private final Candidates candidates;
    private final double[] weights;
    private final ClusterJudge judge;
    private final int[] clusters;

    Matched(CodedRecords records, PairLevels reader, Mixture mixture, PairScorer scorer, Candidates candidates, double[] weights, ClusterJudge judge) {
        this.records = records;
        this.reader = reader;
        this.mixture = mixture;
        this.scorer = scorer;
        this.candidates = candidates;
        this.weights = weights;
        this.judge = judge;
        this.clusters = judge.clusters();
    }

    /** Receives a pair of records, the earlier first, with its weight. */
    public interface PairSink {
        /** {@code weight} in bits, log2 odds. */
        void pair(int earlier, int later, double weight);
    }

    /** The number of pairs that were compared because they share a blocking key. */
    public int candidatePairs() {
        return candidates.size();
    }

    /** How often a blocking key was too common to be followed. */
    public long keysNotFollowed() {
        return candidates.keysNotFollowed();
    }

    /** The number of the cluster of a record: that of one of its records. */
    public int cluster(int record) {
        return clusters[record];
    }

    /** Hands out every pair that was compared because it shares a blocking key, with its own weight. */
    public void forEachCandidate(PairSink sink) {
        for (int pair = 0; pair < candidates.size(); pair++) {
            sink.pair(candidates.earlier(pair), candidates.later(pair), weights[pair]);
        }
    }

    /**
     * Hands out every pair of at least the given probability. Two records of one cluster have at least the weight by
     * which the weakest part of their cluster holds, as the cluster was judged as a whole.
     */
    public void forEachPair(double minProbability, PairSink sink) {
        double least = MatchWeight.ofProbability(minProbability);
        for (int pair = 0; pair < candidates.size(); pair++) {
            int later = candidates.later(pair);
            int earlier = candidates.earlier(pair);
            if (weights[pair] >= least && clusters[later] != clusters[earlier]) {
                sink.pair(earlier, later, weights[pair]);
            }
        }
        for (int record = 0; record < records.size(); record++) {
            forEachInCluster(record, sink);
        }
    }

    private void forEachInCluster(int later, PairSink sink) {
        for (int earlier = judge.first(later); earlier >= 0; earlier = judge.after(earlier)) {
            if (earlier < later && records.data().mayPair(earlier, later)) {
                sink.pair(earlier, later, Math.max(scorer.weight(later, earlier), judge.heldBy(later)));
            }
        }
    }

    /** One line of an explanation: how a field compares, and its part of the weight in bits. */
    public record Line(String field, String level, String words, double weight) {
    }

    /** How two records compare, field by field; the first line is what is assumed before comparing. Holds no values. */
    public List<Line> explain(int one, int other) {
        return new Explanation(records, reader, mixture).lines(one, other);
    }

    /** See {@link Mixture#namesGoTogether}. */
    public double nameLift() {
        return mixture.nameLift();
    }

    Mixture mixture() {
        return mixture;
    }

    /** The levels of two records. */
    int[] levels(int one, int other) {
        int[] levels = new int[mixture.comparisons().size()];
        reader.read(one, other, levels);
        return levels;
    }

    /** The weight of a pair with a record, if it showed these levels. */
    double weight(int record, int[] levels) {
        return scorer.weight(record, levels, mixture.match(levels), mixture.household(levels), mixture.chance(levels));
    }

    /** The weight of two records by themselves. */
    public double weight(int one, int other) {
        return scorer.weight(one, other);
    }
}
