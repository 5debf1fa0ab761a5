package org.earlyhelp.hub.cli.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short form of {@code ehub torture --log}. */
class LogTrialTests {
    private static final int KILLS = 3;
    private static final long SEED = 20261123;
    @TempDir
    private Path root;

    @Test
    void losesNoEntryAndInventsNoneWhenKilled() throws IOException {
        List<String> said = new ArrayList<>();

        List<Finding> findings = new LogTrial(KILLS, SEED, said::add).run(new HubFolder(root.resolve("made-by-the-trial")));

        assertThat(findings).as("seed %d, %s", SEED, said).hasSize(4).allMatch(Finding::isKept).allMatch(finding -> finding.checked() > 0);
        assertThat(said).hasSize(KILLS);
    }
}
