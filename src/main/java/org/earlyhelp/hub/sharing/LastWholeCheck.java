package org.earlyhelp.hub.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.earlyhelp.hub.kernel.PrivateFiles;

/**
 * When the whole sharing log was last looked at, kept in {@code last-log-check} of the data folder: in a file, since a check is
 * of the database, and whoever changed that could say there that it was checked.
 */
public final class LastWholeCheck {
    private static final String FILE = "last-log-check";

    private LastWholeCheck() {
    }

    /** By the machine's clock; empty when there was none, or nobody knows. */
    public static Optional<Instant> of(Path dataDir) {
        try {
            return Optional.of(Instant.parse(Files.readString(dataDir.resolve(FILE)).strip()));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nothing when the hub keeps no data folder here. */
    public static void note(Path dataDir, Instant at) throws IOException {
        if (Files.isDirectory(dataDir)) {
            PrivateFiles.write(dataDir.resolve(FILE), at + "\n");
        }
    }
}
