package org.earlyhelp.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.kernel.HubSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class DiskHealthTests {
    @TempDir
    private Path root;

    @Test
    void isUpWhileFilesCanBeWrittenAndLeavesNothingBehind() throws IOException {
        Path landing = Files.createDirectory(root.resolve("sftp"));

        assertThat(health()).isEqualTo(Status.UP);
        assertThat(landing).isEmptyDirectory();
    }

    @Test
    void isDownWhereOneOfThemTakesNone() throws IOException {
        Files.createFile(root.resolve("sftp"));

        assertThat(health()).isEqualTo(Status.DOWN);
    }

    private Status health() {
        return new DiskHealth(new HubSettings(root, root, root.resolveSibling("keys-of-" + root.getFileName()), true)).health().getStatus();
    }
}
