package org.earlyhelp.hub.cli.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.dataset.DataSetMatcher;
import org.junit.jupiter.api.Test;

class LinkageBenchTests {
    private static final Path DATA = Path.of(System.getProperty("linkage.data", "../shared/data/linkage"));
    private static final Path COLUMNS = Path.of("src/docs/examples/match");

    @Test
    void saysWhatToGiveWhenThereAreNoData() {
        assertThatThrownBy(() -> new LinkageBench(line -> { }).run(Path.of("no/such/folder"), COLUMNS)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("ehub bench linkage FOLDER").hasMessageContaining("febrl1.csv");
    }

    @Test
    void findsThePublicFebrlPairs() {
        assumeTrue(Files.isRegularFile(DATA.resolve("febrl1.csv")), "the public data are absent; give their folder by -Dlinkage.data");
        LoadedSet febrl = LoadedSet.read(PublicSet.all().get(0), DATA, COLUMNS);
        Score score = Score.of(DataSetMatcher.match(febrl.data(), DataSetMatcher.DEFAULT_THRESHOLD), febrl.data().records(), febrl.truth());
        assertThat(score.worseF1()).isGreaterThanOrEqualTo(0.998);
        assertThat(score.blockingRecall()).isGreaterThanOrEqualTo(0.998);
    }

    @Test
    void countsFoundPairsAgainstTheTruth() {
        Truth truth = new Truth(new String[] {"a", "a", "b", "b", "b"}, new String[] {"h", "h", "h", "i", "i"});
        PairCount count = new PairCount(truth);
        count.add(0, 1);
        count.add(1, 2);
        assertThat(truth.pairs()).isEqualTo(4);
        assertThat(count.precision()).isEqualTo(0.5);
        assertThat(count.recall()).isEqualTo(0.25);
        assertThat(count.f1()).isEqualTo(2.0 / 6);
        assertThat(count.wrongAtHome()).isEqualTo(1);
    }

    @Test
    void saysWhetherATargetIsMet() {
        Score score = new Score(new PairCount(new Truth(new String[] {"a"}, null)), null, null, 26);
        assertThat(Target.atMost("largest cluster", 25, Score::largestCluster).told(score)).isEqualTo("largest cluster 26, wanted at most 25: MISSED");
        assertThat(Target.atLeast("blocking recall", 0, Score::blockingRecall).told(score)).endsWith(": met");
    }
}
