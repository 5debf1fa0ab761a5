package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the folders that those who sign in are locked into. Used by one thread at a time. */
final class HomeFolders {
    private static final Logger LOG = LoggerFactory.getLogger(HomeFolders.class);
    private final Set<String> refused = new HashSet<>();
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

    /** Makes what is not there yet; false when the disk refuses it, which the log tells once. */
    boolean isMade(SftpAccount account) {
        try {
            make(account);
            refused.remove(account.home());
            return true;
        } catch (IOException e) {
            if (refused.add(account.home())) {
                LOG.warn("The home of {} cannot be made ({}): nothing can come from there; tried again every few seconds, the others go on", account.home(), e.getClass().getSimpleName());
            }
            return false;
        }
    }

    private void make(SftpAccount account) throws IOException {
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
