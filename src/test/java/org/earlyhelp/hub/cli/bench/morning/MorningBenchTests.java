package org.earlyhelp.hub.cli.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short morning: the bench measures what it says it does; how long that takes is nobody's business here. */
class MorningBenchTests {
    @TempDir
    private Path root;
    private final List<String> said = new ArrayList<>();

    @Test
    void holdsEveryRowAndAlertsOfEveryNotice() throws Exception {
        new MorningBench(new Morning(22, 60, 3, Duration.ofSeconds(1)), said::add).run(HubLaunch.likeThisProcess(), new HubFolder(root));

        assertThat(said).anyMatch(line -> line.startsWith("every row held"));
        assertThat(said).anyMatch(line -> line.startsWith("notice to alert") && line.contains("of 3 tries"));
        assertThat(said).anyMatch(line -> line.contains("rows held 60 of 60"));
    }

    @Test
    void sharesTheRowsOutEvenly() {
        Morning morning = new Morning(450, 220_000, 50, Duration.ofMinutes(5));
        int pupils = 0;
        for (int school = 0; school < morning.files(); school++) {
            assertThat(morning.register(school).firstPupil()).isEqualTo(pupils);
            assertThat(morning.register(school).pupils()).isBetween(488, 489);
            pupils += morning.register(school).pupils();
        }
        assertThat(pupils).isEqualTo(220_000);
        assertThat(morning.uploadDue(225)).isEqualTo(Duration.ofSeconds(150));
    }
}
