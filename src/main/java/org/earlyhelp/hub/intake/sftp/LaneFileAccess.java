package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** What the hub's own account may do: read the lanes and remove a file that is dealt with. */
final class LaneFileAccess extends ReadOnlyFileAccess {
    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean isDirectory) throws IOException {
        if (isDirectory) {
            throw refused("folders cannot be removed");
        }
        Files.delete(file);
    }
}
