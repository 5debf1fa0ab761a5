package org.earlyhelp.hub.linkage.dataset;

import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.Mixture;
import org.earlyhelp.hub.linkage.weight.Patterns;

import java.util.Arrays;
import java.util.List;

/**
 * Matches a data set with weights learned from itself, without labels: finds the pairs worth comparing, learns, makes
 * clusters, counts values again by person, learns again, and judges the clusters anew. The same data give the same
 * result. Not thread-safe; use one for one data set.
 */
public final class DataSetMatcher {
    /** The probability from which pairs make clusters, unless told otherwise. */
    public static final double DEFAULT_THRESHOLD = 0.9;
    private static final int FIRST_ROUNDS = 40;
    private static final int SECOND_ROUNDS = 20;

    private final CodedRecords records;
    private final double least;
    private final boolean straight;
    private final PairLevels reader;
    private final Candidates candidates;
    private final Patterns patterns;
    private final int[] patternOf;
    private Mixture mixture;
    private double[] weights;
    private PairScorer scorer;

    private DataSetMatcher(DataSet data, double threshold, boolean straight) {
        this.straight = straight;
        this.records = new CodedRecords(data);
        this.least = MatchWeight.ofProbability(threshold);
        this.reader = new PairLevels(records);
        this.candidates = Candidates.of(records);
        this.patterns = new Patterns(reader.sizes());
        this.patternOf = PatternReader.read(candidates, reader, patterns);
    }

    /**
     * Matches the data.
     *
     * @param threshold the probability from which pairs make clusters, between 0 and 1
     * @throws IllegalArgumentException when the data have more columns than can be compared
     */
    public static Matched match(DataSet data, double threshold) {
        return new DataSetMatcher(data, threshold, true).match();
    }

    /** As {@link #match}, with the weights just as learned, be it that more agreement weighs less: for learning from. */
    public static Matched matchAsLearned(DataSet data, double threshold) {
        return new DataSetMatcher(data, threshold, false).match();
    }

    private Matched match() {
        ClusterJudge judge = learnAndJudge();
        return new Matched(records, reader, mixture, scorer, candidates, weights, judge);
    }

    private ClusterJudge learnAndJudge() {
        int[] everybodyAlone = new int[records.size()];
        for (int record = 0; record < everybodyAlone.length; record++) {
            everybodyAlone[record] = record;
        }
        records.count(everybodyAlone);
        List<Levels> comparisons = Chances.of(records, reader);
        mixture = new Mixture(comparisons, records.size(), records.data().allPairs());
        scorer = new PairScorer(records, reader, mixture);
        mixture.learn(patterns, FIRST_ROUNDS);
        straighten();
        records.count(judge().clusters());
        Chances.recount(records, comparisons);
        mixture.namesGoTogether(Namesakes.lift(records, comparisons));
        mixture.learn(patterns, SECOND_ROUNDS);
        straighten();
        return judge();
    }

    private void straighten() {
        if (straight) {
            mixture.straighten();
        }
    }

    private ClusterJudge judge() {
        ClusterJudge judge = new ClusterJudge(records.size(), scorer::weight);
        weights = weights();
        judge.judge(candidates, weights, least);
        return judge;
    }

    private double[] weights() {
        double[] match = new double[patterns.size()];
        double[] household = new double[patterns.size()];
        double[] chance = new double[patterns.size()];
        for (int pattern = 0; pattern < match.length; pattern++) {
            match[pattern] = mixture.match(patterns.levels(pattern));
            household[pattern] = mixture.household(patterns.levels(pattern));
            chance[pattern] = mixture.chance(patterns.levels(pattern));
        }
        double[] all = new double[patternOf.length];
        Arrays.parallelSetAll(all, pair -> {
            int pattern = patternOf[pair];
            return scorer.weight(candidates.later(pair), patterns.levels(pattern), match[pattern], household[pattern], chance[pattern]);
        });
        return all;
    }
}
