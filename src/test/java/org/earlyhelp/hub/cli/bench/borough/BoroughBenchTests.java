package org.earlyhelp.hub.cli.bench.borough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A borough so small that figures stray; what they must be for models that are plainly wrong is certain all the same. */
class BoroughBenchTests {
    private static final int HOUSEHOLDS = 300;
    private static final long SEED = 20261123;
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();

    @Test
    void findsMostOfABoroughWithFewFalseJoins() throws IOException {
        BoroughReport report = run(new FirstFormModel(), HOUSEHOLDS);

        assertThat(report.fairness().rows()).filteredOn(row -> row.groupedBy().equals("agency") && row.people().equals("children")).hasSize(5)
                .allSatisfy(row -> assertThat(row.tally().precision()).isGreaterThan(0.99));
        assertThat(share(report, "children: recall")).isBetween(70.0, 99.9);
        assertThat(share(report, "family pairs: F1")).isBetween(70.0, 99.9);
        assertThat(share(report, "blocking: true pairs that share a key")).isBetween(80.0, 99.9);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("0 refused by their layout"));
        assertThat(report.missed()).isNotEmpty();
    }

    @Test
    void findsNothingForAModelThatJoinsNobody() throws IOException {
        BoroughReport report = run(new Fixed(Decision.APART), 60);

        assertThat(share(report, "children: recall")).isZero();
        assertThat(share(report, "automatic joins: precision")).isEqualTo(100);
        assertThat(report.falsely()).isEmpty();
    }

    @Test
    void findsTwinsJoinedByAModelThatJoinsEverybody() throws IOException {
        BoroughReport report = run(new Fixed(new Decision.Join(Match.CERTAIN, Reason.SAME_NHS_NUMBER)), 60);

        assertThat(share(report, "automatic joins: precision")).isLessThan(60);
        assertThat(report.falsely()).anySatisfy(line -> assertThat(line).contains("siblings")).anySatisfy(line -> assertThat(line).contains("of two households"));
        assertThat(figure(report, "twin pairs joined").verdict()).isEqualTo("missed");
    }

    @Test
    void readsTheSameBoroughTwiceAlike() throws IOException {
        BoroughReport one = run(new FirstFormModel(), 60);
        BoroughReport two = run(new FirstFormModel(), 60);

        assertThat(two.fairness()).isEqualTo(one.fairness());
        assertThat(two.missed()).isEqualTo(one.missed());
    }

    private BoroughReport run(LinkageModel model, int households) throws IOException {
        return new BoroughBench(model, Path.of("."), said::add).run(households, SEED, folder);
    }

    private static double share(BoroughReport report, String measure) {
        return Double.parseDouble(figure(report, measure).found().replace("%", ""));
    }

    private static Figure figure(BoroughReport report, String measure) {
        return report.figures().stream().filter(it -> it.measure().equals(measure)).findFirst().orElseThrow();
    }

    /** Says the same of everybody who shares a surname. */
    private record Fixed(Decision decision) implements LinkageModel {
        @Override
        public Set<String> blockingKeys(Description description) {
            return Set.of("surname " + description.name().surname());
        }

        @Override
        public Decision decide(Description mention, List<Description> known) {
            return decision;
        }

        @Override
        public boolean mayBeOne(List<Description> one, List<Description> other) {
            return false;
        }

        @Override
        public boolean mayStay(Description mention, List<Description> rest) {
            return false;
        }
    }
}
