package org.earlyhelp.hub.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.intake.SftpFolders;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the disk on which files land takes one: not when it is full, has no more files to give, or is closed to writing. */
@Component("landingHealthIndicator")
class LandingHealth extends AbstractHealthIndicator {
    private static final int TRIED_BYTES = 64 * 1024;
    private final SftpFolders folders;

    LandingHealth(SftpFolders folders) {
        super("the disk on which files land takes none");
        this.folders = folders;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        Path tried = Files.createTempFile(Files.createDirectories(folders.root()), "health-", ".tried");
        try {
            Files.write(tried, new byte[TRIED_BYTES]);
            health.up();
        } finally {
            Files.deleteIfExists(tried);
        }
    }
}
