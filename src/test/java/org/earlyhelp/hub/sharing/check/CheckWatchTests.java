package org.earlyhelp.hub.sharing.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.LastWholeCheck;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.sequence.LogStatus;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckWatchTests {
    /** More than a check of the latest looks at, and a tile. */
    private static final int ENTRIES = (int) LogCheck.TAIL_ENTRIES + 600;
    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.fresh();
    private LogHub hub;
    private CheckWatch watch;
    private LogStatus status;

    @BeforeEach
    void start() throws IOException {
        hub = new LogHub(database, folder);
        watch = hub.check;
        status = hub.status;
        Files.createDirectories(hub.settings.dataDir());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T02:29:00Z, 2026-11-23T02:29:59Z, false",
        "2026-11-23T02:29:00Z, 2026-11-23T02:30:00Z, true",
        "2026-11-22T03:00:00Z, 2026-11-23T08:00:00Z, true",
        "2026-11-23T02:31:00Z, 2026-11-24T02:29:00Z, false",
        "2026-11-23T08:00:00Z, 2026-11-23T07:00:00Z, true"})
    void owesTheCheckOfEachNight(Instant last, Instant now, boolean owed) {
        assertThat(CheckWatch.isOwed(last, now)).isEqualTo(owed);
    }

    @Test
    void makesUpForWhatWasMissedOrFailed() {
        hub.with(ENTRIES);
        watch.round(true);
        assertThat(status.state().check()).extracting(LogState.Check::whole, LogState.Check::holds).containsExactly(false, true);
        hub.jdbc.execute("ALTER TABLE sharing_tile RENAME TO away");
        assertThat(watch.round(false)).isEqualTo(CheckWatch.RETRY_AFTER);
        assertThat(LastWholeCheck.of(hub.settings.dataDir())).isEmpty();

        hub.jdbc.execute("ALTER TABLE away RENAME TO sharing_tile");
        assertThat(watch.round(false)).isEqualTo(CheckWatch.LOOK_EVERY);

        LogState.Check whole = status.state().check();
        assertThat(whole).extracting(LogState.Check::whole, LogState.Check::holds).containsExactly(true, true);
        assertThat(LastWholeCheck.of(hub.settings.dataDir())).contains(whole.at());
        watch.round(false);
        assertThat(status.state().check()).as("not again").isSameAs(whole);
    }

    @Test
    void takesTheCheckOfAShortLogAtTheStartForAWholeOne() {
        hub.with(20);
        watch.round(true);
        assertThat(LastWholeCheck.of(hub.settings.dataDir())).contains(status.state().check().at());
    }
}
