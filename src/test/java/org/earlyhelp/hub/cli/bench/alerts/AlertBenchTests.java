package org.earlyhelp.hub.cli.bench.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A borough small enough for every build; the verb {@code ehub bench alerts} does the same at its true size. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertBenchTests {
    private static final int HOUSEHOLDS = 300;
    private static final long SEED = 20261123;
    @TempDir
    private static Path folder;
    private final List<String> said = new ArrayList<>();
    private AlertBench.Report report;

    @BeforeAll
    void raiseTheAlertsOfABorough() throws IOException {
        report = new AlertBench(new FirstFormModel(), Path.of("."), said::add).run(HOUSEHOLDS, SEED, folder);
    }

    @Test
    void trueLinksGiveTheExpectedAlertsAndNoOther() {
        assertThat(report.byTruth().expected()).isGreaterThan(HOUSEHOLDS / 20).isEqualTo(report.byTruth().raised());
        assertThat(report.byTruth().missed()).isEmpty();
        assertThat(report.byTruth().wrong()).isEmpty();
        assertThat(report.byTruth().others()).as("of another rule, level or day").isEmpty();
    }

    @Test
    void realMatchingGivesNearlyAll() {
        assertThat(report.byHub().recall()).isGreaterThan(0.8);
        assertThat(report.byHub().precision()).isGreaterThan(0.8);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("0 refused by their layout"));
    }
}
