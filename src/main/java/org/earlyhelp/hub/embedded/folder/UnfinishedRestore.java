package org.earlyhelp.hub.embedded.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * The mark in a data folder that a restore has begun there: until it has ended no hub starts on what is half there. It names the
 * database that is being filled, so that no other is ever emptied for it.
 */
public final class UnfinishedRestore {
    public static final String FILE = "restore-unfinished";
    private static final String BEGUN = "A restore has begun and has not ended, into ";

    private UnfinishedRestore() {
    }

    /** Whether a restore has begun there and has not ended. */
    public static boolean isIn(Path dataDir) {
        return Files.exists(dataDir.resolve(FILE));
    }

    /** Marks the folder; on the disk when it returns. {@code database} is one line that names the database and holds no secret. */
    public static void begin(Path dataDir, String database) throws IOException {
        PrivateFiles.write(dataDir.resolve(FILE), BEGUN + database + "\n");
    }

    /** The database that the restore broken off was filling; empty when the mark cannot be understood. */
    public static String database(Path dataDir) throws IOException {
        String mark = Files.readString(dataDir.resolve(FILE)).strip();
        return mark.startsWith(BEGUN) ? mark.substring(BEGUN.length()) : "";
    }

    /** Takes the mark away: what is restored is whole. */
    public static void end(Path dataDir) throws IOException {
        Files.deleteIfExists(dataDir.resolve(FILE));
    }

    /** Throws StartFailure when one was broken off. */
    public static void refuse(Path dataDir) {
        if (isIn(dataDir)) {
            throw new StartFailure("A restore into " + dataDir + " was broken off, so what is there is not whole: run 'ehub restore DIR' again, with the same HUB_DB_URL.");
        }
    }
}
