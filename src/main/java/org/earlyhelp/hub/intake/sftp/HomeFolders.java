package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;

/** Makes the folders that those who sign in are locked into. */
final class HomeFolders {
    private final SftpFolders folders;

    HomeFolders(SftpFolders folders) {
        this.folders = folders;
    }

    /** Closes the root to other users of the machine and takes away what was half sent when the server stopped. */
    void prepare() throws IOException {
        Files.createDirectories(folders.root());
        Files.setPosixFilePermissions(folders.root(), PosixFilePermissions.fromString("rwx------"));
        clearIncoming();
    }

    /** Makes what is not there yet. */
    void make(SftpAccount account) throws IOException {
        String home = account.home();
        for (Path folder : List.of(folders.receipts(home), folders.out(home), folders.help(home), folders.lanes())) {
            Files.createDirectories(folder);
        }
        for (String feed : account.feeds()) {
            Files.createDirectories(folders.in(home, feed));
            Files.createDirectories(folders.inTest(home, feed));
            Files.createDirectories(folders.lane(account.agency(), feed));
        }
    }

    private void clearIncoming() throws IOException {
        Files.createDirectories(folders.incoming());
        try (var leftovers = Files.newDirectoryStream(folders.incoming())) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }
}
