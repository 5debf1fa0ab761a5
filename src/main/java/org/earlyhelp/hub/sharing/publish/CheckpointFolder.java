package org.earlyhelp.hub.sharing.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.earlyhelp.hub.sharing.CheckpointReceiver;

/** A folder, such as one of another machine's, that keeps one file a day. A day's file is never overwritten. */
final class CheckpointFolder implements CheckpointReceiver {
    private final Path folder;

    /** The folder must be there: one that is gone is a disk that is not mounted. */
    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public void take(LocalDate day, String note) {
        try {
            Files.writeString(folder.resolve(fileName(day)), note, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        } catch (FileAlreadyExistsException e) {
            // Written before a crash: what was signed first for a day stays.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of checkpoints cannot be written", e);
        }
    }

    static String fileName(LocalDate day) {
        return "sharing-log-" + day + ".checkpoint";
    }
}
