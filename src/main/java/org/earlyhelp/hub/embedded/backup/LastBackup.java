package org.earlyhelp.hub.embedded.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.earlyhelp.hub.kernel.PrivateFiles;

/** When this data folder's newest backup was taken, kept in {@code last-backup} of the folder. */
public final class LastBackup {
    private static final String FILE = "last-backup";

    private LastBackup() {
    }

    /** By the machine's clock; empty when none was taken, or nobody knows. */
    public static Optional<Instant> of(Path dataDir) {
        try {
            return Optional.of(Instant.parse(Files.readString(dataDir.resolve(FILE)).strip()));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nothing when the hub keeps no data folder here. */
    static void note(Path dataDir, Instant takenAt) throws IOException {
        if (Files.isDirectory(dataDir)) {
            PrivateFiles.write(dataDir.resolve(FILE), takenAt + "\n");
        }
    }
}
