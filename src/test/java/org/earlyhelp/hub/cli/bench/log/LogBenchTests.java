package org.earlyhelp.hub.cli.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogBenchTests {
    @TempDir
    private Path folder;

    @Test
    void measuresAppendingProvingFindingAndVerifying() throws Exception {
        List<String> said = new ArrayList<>();

        new LogBench(2_500, said::add).run(folder);

        assertThat(said).anyMatch(line -> line.startsWith("entries appended")).anyMatch(line -> line.startsWith("inclusion proof")).anyMatch(line -> line.startsWith("search by child"))
                .anyMatch(line -> line.endsWith("2500 verified, 0 erased, 0 bad, payloads without")).anyMatch(line -> line.endsWith("2500 verified, 0 erased, 0 bad, payloads with"))
                .anyMatch(line -> line.endsWith("2500 entries, 0 faults"));
    }
}
