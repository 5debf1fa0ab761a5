package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;

/**
 * Clears {@code /in/} of files that the hub has taken: those whose other link, in the lane, is gone. They linger a
 * little, since many clients look at a file once more after they sent it and take its absence for a failure.
 */
final class TakenFileSweep {
    static final Duration LINGER = Duration.ofSeconds(5);

    private final SftpFolders folders;

    TakenFileSweep(SftpFolders folders) {
        this.folders = folders;
    }

    /** Removes what was taken and has lingered until {@code now} (the machine's clock, as file times are). UncheckedIOException, after all others, for a folder that cannot be read. */
    void run(List<SftpAccount> accounts, Instant now) {
        UncheckedIOException failed = null;
        for (SftpAccount account : accounts) {
            try {
                sweep(account, now);
            } catch (UncheckedIOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void sweep(SftpAccount account, Instant now) {
        for (String feed : account.feeds()) {
            sweep(folders.in(account.home(), feed), now);
            sweep(folders.inTest(account.home(), feed), now);
        }
    }

    private void sweep(Path folder, Instant now) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (wasTaken(file, now)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // A file or folder that went away meanwhile, or a home that cannot be made, needs no clearing.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean wasTaken(Path file, Instant now) throws IOException {
        boolean partial = UploadPath.parse("/in/feed/" + file.getFileName()).map(UploadPath::isPartial).orElse(false);
        int links = (Integer) Files.getAttribute(file, "unix:nlink");
        Instant changed = ((java.nio.file.attribute.FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        return !partial && links == 1 && changed.plus(LINGER).isBefore(now);
    }
}
