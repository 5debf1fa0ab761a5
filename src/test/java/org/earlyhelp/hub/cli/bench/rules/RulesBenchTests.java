package org.earlyhelp.hub.cli.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench measures what it says it does; how long that takes is nobody's business here. */
class RulesBenchTests {
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();

    @Test
    void triesAChangedRuleOnEveryHousehold() throws Exception {
        new RulesBench(600, Path.of("."), said::add).run(folder);

        assertThat(said).hasSize(5);
        assertThat(said.get(1)).startsWith("one plain assessment").contains("; 1 moments, ", ", 0 would lose an alert");
        assertThat(said.get(3)).contains("; 9 moments, ").doesNotContain(", 0 would lose an alert");
        assertThat(said.get(4)).contains("; 54 moments, ");
    }
}
