package org.earlyhelp.hub.cli.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short form of {@code ehub torture}: whole hubs in processes of their own, one of them killed while files load, as are its broker and its database. */
class TortureTests {
    private static final int KILLS = 4;
    private static final int FAMILIES = 30;
    private static final long SEED = 20261123;
    @TempDir
    private Path root;
    private final List<String> said = new ArrayList<>();

    @Test
    void losesNothingAndDoublesNothingWhenKilled() throws IOException {
        List<Finding> findings = new Trial(HubLaunch.likeThisProcess(), EnumSet.allOf(Victim.class), KILLS, FAMILIES, SEED, said::add).run(new HubFolder(root));

        assertThat(findings).as("seed %d, %s", SEED, said).hasSize(11).allMatch(Finding::isKept).allMatch(finding -> finding.checked() > 0);
        assertThat(said).filteredOn(line -> line.startsWith("Kill ")).hasSize(KILLS);
    }
}
