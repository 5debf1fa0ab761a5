package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubSettings;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether the data folder's disk takes a file, and those of the landing folder, the raw copies and the embedded database where
 * these are others: not when one is full, has no more files to give, or is closed to writing.
 */
@Component("dataDisksHealthIndicator")
class DiskHealth extends AbstractHealthIndicator {
    private static final int TRIED_BYTES = 64 * 1024;
    private final Path data;

    DiskHealth(HubSettings settings) {
        super("a disk of the data folder takes no file");
        this.data = settings.dataDir();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        List<Path> folders = Stream.of(data, data.resolve("sftp"), data.resolve("raw"), data.resolve("postgres")).filter(Files::exists).toList();
        for (Path folder : folders) {
            tryToWrite(folder);
        }
        health.up();
    }

    private static void tryToWrite(Path folder) throws IOException {
        Path tried = Files.createTempFile(folder, "health-", ".tried");
        try {
            Files.write(tried, new byte[TRIED_BYTES]);
        } finally {
            Files.deleteIfExists(tried);
        }
    }
}
