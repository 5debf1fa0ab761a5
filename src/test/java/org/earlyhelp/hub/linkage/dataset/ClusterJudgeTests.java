package org.earlyhelp.hub.linkage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterJudgeTests {
    private static final double LEAST = 3;

    @Test
    void joinsAPair() {
        assertThat(judged(3, (one, other) -> one + other == 1 ? 10 : -10, 1, 0)).containsExactly(1, 1, 2);
    }

    @Test
    void joinsWhatBelongsTogetherAsAWhole() {
        assertThat(judged(4, (one, other) -> 10, 1, 0, 2, 1, 3, 2)).containsOnly(1);
    }

    @Test
    void makesNoClusterOfAChainOfNearMisses() {
        int[] clusters = judged(6, (one, other) -> Math.abs(one - other) == 1 ? 4 : -12, 1, 0, 2, 1, 3, 2, 4, 3, 5, 4);
        assertThat(clusters[0]).isNotEqualTo(clusters[5]);
        assertThat(java.util.Arrays.stream(clusters).distinct()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void leavesWeakPairsApart() {
        assertThat(judged(2, (one, other) -> 2, 1, 0)).containsExactly(0, 1);
    }

    @Test
    void tellsTheWeakestJoinOfACluster() {
        ClusterJudge judge = new ClusterJudge(3, (one, other) -> one + other == 1 ? 20 : 5);
        judge.judge(candidates(1, 0, 2, 1), new double[] {20, 5}, LEAST);
        assertThat(judge.heldBy(0)).isEqualTo(5);
    }

    private static int[] judged(int records, ClusterJudge.Weigher weigher, int... laterAndEarlier) {
        ClusterJudge judge = new ClusterJudge(records, weigher);
        Candidates pairs = candidates(laterAndEarlier);
        double[] weights = new double[pairs.size()];
        for (int pair = 0; pair < weights.length; pair++) {
            weights[pair] = weigher.weight(pairs.later(pair), pairs.earlier(pair));
        }
        judge.judge(pairs, weights, LEAST);
        return judge.clusters();
    }

    private static Candidates candidates(int... laterAndEarlier) {
        Candidates pairs = new Candidates();
        for (int i = 0; i < laterAndEarlier.length; i += 2) {
            pairs.add(laterAndEarlier[i], laterAndEarlier[i + 1]);
        }
        return pairs;
    }
}
