package org.earlyhelp.hub.embedded.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;

/** The mark in a data folder that a restore has begun there: until it has ended no hub starts on what is half there. */
public final class UnfinishedRestore {
    /** The mark's name in the data folder. */
    public static final String FILE = "restore-unfinished";

    private UnfinishedRestore() {
    }

    /** Whether a restore has begun there and has not ended. */
    public static boolean isIn(Path dataDir) {
        return Files.exists(dataDir.resolve(FILE));
    }

    /** Marks the folder; on the disk when it returns. */
    public static void begin(Path dataDir) throws IOException {
        PrivateFiles.write(dataDir.resolve(FILE), "A restore has begun here and has not ended.\n");
    }

    /** Takes the mark away: what is restored is whole. */
    public static void end(Path dataDir) throws IOException {
        Files.deleteIfExists(dataDir.resolve(FILE));
    }

    /** Throws StartFailure when one was broken off. */
    public static void refuse(Path dataDir) {
        if (isIn(dataDir)) {
            throw new StartFailure("A restore into " + dataDir + " was broken off, so what is there is not whole: run 'ehub restore DIR' again.");
        }
    }
}
