package org.earlyhelp.hub.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;

/** Writes a file into a folder that an agency reads: it sees the old file or the new one, never half of either. */
public final class PublishedFile {
    private PublishedFile() {
    }

    /** Writes {@code content} in the place of whatever {@code file} was. Throws UncheckedIOException when the disk refuses. */
    public static void put(SftpFolders folders, Path file, byte[] content, HubClock clock) {
        try {
            Path drafts = Files.createDirectories(folders.root().resolve("drafts"));
            Files.createDirectories(file.getParent());
            put(drafts.resolve(Ids.ulid(clock)), file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("no file can be written to " + folders.root(), e);
        }
    }

    private static void put(Path draft, Path file, byte[] content) throws IOException {
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }
}
