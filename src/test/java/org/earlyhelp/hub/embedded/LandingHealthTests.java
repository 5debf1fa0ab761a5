package org.earlyhelp.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.intake.SftpFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class LandingHealthTests {
    @TempDir
    private Path root;

    @Test
    void isUpWhileAFileCanBeWrittenAndLeavesNothingBehind() {
        assertThat(new LandingHealth(new SftpFolders(root)).health().getStatus()).isEqualTo(Status.UP);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void isDownWhereNoneCan() throws IOException {
        Path noFolder = Files.createFile(root.resolve("file"));

        assertThat(new LandingHealth(new SftpFolders(noFolder)).health().getStatus()).isEqualTo(Status.DOWN);
    }
}
