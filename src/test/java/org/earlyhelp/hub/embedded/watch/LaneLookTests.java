package org.earlyhelp.hub.embedded.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneLookTests {
    private static final Instant EARLY = Instant.parse("2026-11-23T06:00:00Z");
    @TempDir
    private Path lanes;

    @Test
    void countsEachLaneAndFindsItsOldest() throws IOException {
        put("avonford-police/missing-children/b", EARLY.plusSeconds(60));
        put("avonford-police/missing-children/a", EARLY);
        Files.createDirectories(lanes.resolve("safe-haven/domestic-abuse"));

        assertThat(LaneLook.of(lanes)).containsExactly(new LaneLook("avonford-police/missing-children", 2, EARLY), new LaneLook("safe-haven/domestic-abuse", 0, null));
    }

    @Test
    void seesNothingWhereNoLaneIsYet() throws IOException {
        put("stray", EARLY);

        assertThat(LaneLook.of(lanes)).isEmpty();
        assertThat(LaneLook.of(lanes.resolve("none"))).isEmpty();
    }

    private void put(String place, Instant modified) throws IOException {
        Path file = lanes.resolve(place);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, "x"), FileTime.from(modified));
    }
}
