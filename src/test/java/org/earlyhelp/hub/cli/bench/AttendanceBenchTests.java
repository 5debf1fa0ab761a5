package org.earlyhelp.hub.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench measures what it says it does; how long that takes is nobody's business here. */
class AttendanceBenchTests {
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();

    @Test
    void loadsEveryRowTwiceAndChangesSome() throws Exception {
        new AttendanceBench(50, 3, said::add).run(folder);

        assertThat(said).hasSize(5);
        assertThat(said.get(1)).contains("ACCEPTED", "accepted=150");
        assertThat(said.get(2)).contains("ACCEPTED").doesNotContain("accepted=150", "unchanged=150");
    }
}
