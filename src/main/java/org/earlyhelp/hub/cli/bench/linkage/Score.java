package org.earlyhelp.hub.cli.bench.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.linkage.dataset.DataSetMatcher;
import org.earlyhelp.hub.linkage.dataset.Matched;

/**
 * How right a result is.
 *
 * @param compared pairs that blocking found
 * @param pairs    pairs of at least the default probability, as PAIRS.csv has them
 * @param clusters pairs within clusters
 */
record Score(PairCount compared, PairCount pairs, PairCount clusters, int largestCluster) {
    static Score of(Matched matched, int records, Truth truth) {
        PairCount compared = new PairCount(truth);
        PairCount pairs = new PairCount(truth);
        PairCount clusters = new PairCount(truth);
        matched.forEachCandidate((earlier, later, weight) -> compared.add(earlier, later));
        matched.forEachPair(DataSetMatcher.DEFAULT_THRESHOLD, (earlier, later, weight) -> pairs.add(earlier, later));
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int record = 0; record < records; record++) {
            List<Integer> cluster = members.computeIfAbsent(matched.cluster(record), key -> new ArrayList<>());
            for (int earlier : cluster) {
                clusters.add(earlier, record);
            }
            cluster.add(record);
        }
        return new Score(compared, pairs, clusters, members.values().stream().mapToInt(List::size).max().orElse(0));
    }

    double blockingRecall() {
        return compared.recall();
    }

    double worseF1() {
        return Math.min(pairs.f1(), clusters.f1());
    }

    /** Wrong pairs of two people of one household, in the pairs or the clusters, where there are more. */
    long falseAtHome() {
        return Math.max(pairs.wrongAtHome(), clusters.wrongAtHome());
    }
}
