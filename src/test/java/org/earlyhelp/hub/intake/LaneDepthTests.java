package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneDepthTests {
    private static final Instant EARLY = Instant.parse("2026-11-23T06:00:00Z");
    @TempDir
    private Path root;

    @Test
    void countsEachLaneAndFindsItsOldest() throws IOException {
        put("avonford-police/missing-children/b", EARLY.plusSeconds(60));
        put("avonford-police/missing-children/a", EARLY);
        Files.createDirectories(root.resolve("lanes/safe-haven/domestic-abuse"));

        assertThat(LaneDepth.all(new SftpFolders(root))).containsExactly(new LaneDepth("avonford-police/missing-children", 2, EARLY), new LaneDepth("safe-haven/domestic-abuse", 0, null));
    }

    @Test
    void seesNothingWhereNoLaneIsYet() throws IOException {
        put("stray", EARLY);

        assertThat(LaneDepth.all(new SftpFolders(root))).isEmpty();
        assertThat(LaneDepth.all(new SftpFolders(root.resolve("none")))).isEmpty();
        assertThat(LaneDepth.of(new SftpFolders(root), "avonford-police", "missing-children")).isEqualTo(new LaneDepth("avonford-police/missing-children", 0, null));
    }

    private void put(String place, Instant modified) throws IOException {
        Path file = root.resolve("lanes").resolve(place);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, "x"), FileTime.from(modified));
    }
}
