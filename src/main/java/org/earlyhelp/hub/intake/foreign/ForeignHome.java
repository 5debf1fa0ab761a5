package org.earlyhelp.hub.intake.foreign;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * One agency's home on the foreign server. Places are relative to the home. The session stays open between calls and is
 * made anew when it has gone. {@link SftpException} says that the server refused this one thing; any other IOException
 * that the connection is lost. Used by one thread at a time.
 */
final class ForeignHome implements Closeable {
    /** So many entries of a folder are looked at; the others have their turn when these are gone. */
    static final int LISTED_LIMIT = 10_000;
    private final ForeignServer server;
    private final ForeignAccount account;
    private SftpClient open;

    ForeignHome(ForeignServer server, ForeignAccount account) {
        this.server = server;
        this.account = account;
    }

    /** What the server lists in that folder, the first {@link #LISTED_LIMIT} entries; empty when there is no such folder. */
    Optional<List<SftpClient.DirEntry>> list(String folder) throws IOException {
        SftpClient sftp = sftp();
        try (SftpClient.CloseableHandle opened = sftp.openDir(account.path(folder))) {
            List<SftpClient.DirEntry> entries = new ArrayList<>();
            for (List<SftpClient.DirEntry> part = sftp.readDir(opened); part != null && entries.size() < LISTED_LIMIT; part = sftp.readDir(opened)) {
                entries.addAll(part);
            }
            return Optional.of(entries.subList(0, Math.min(LISTED_LIMIT, entries.size())));
        } catch (SftpException e) {
            ignoreMissing(e);
            return Optional.empty();
        }
    }

    /** Size and time as they are now. */
    Look look(String place) throws IOException {
        return Look.of(sftp().lstat(account.path(place)));
    }

    /** The content. The caller closes. */
    InputStream read(String place) throws IOException {
        return sftp().read(account.path(place));
    }

    /** Removes a file; nothing happens when it is gone. */
    void remove(String place) throws IOException {
        try {
            sftp().remove(account.path(place));
        } catch (SftpException e) {
            ignoreMissing(e);
        }
    }

    /** Puts a file there, in the place of an older one: whole under its name, or not at all. */
    void put(String place, Path content) throws IOException {
        int name = place.lastIndexOf('/') + 1;
        String draft = account.path(place.substring(0, name) + "." + place.substring(name) + ".part");
        try {
            write(content, draft);
        } catch (SftpException e) {
            ignoreMissing(e);
            makeFolders(place);
            write(content, draft);
        }
        replace(draft, account.path(place));
    }

    /** Ends the session; the next call begins another. */
    @Override
    public void close() throws IOException {
        SftpClient closing = open;
        open = null;
        if (closing != null) {
            closing.close();
        }
    }

    private SftpClient sftp() throws IOException {
        if (open == null || !open.isOpen()) {
            close();
            ClientSession session = server.signIn(account);
            try {
                open = SftpClientFactory.instance().createSftpClient(session).singleSessionInstance();
            } catch (IOException | RuntimeException e) {
                session.close(true);
                throw e;
            }
        }
        return open;
    }

    private void write(Path content, String path) throws IOException {
        sftp().put(content, path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
    }

    /** Version 3 of the protocol cannot rename over a file; nearly all servers can beside it. */
    private void replace(String draft, String target) throws IOException {
        OpenSSHPosixRenameExtension atOnce = sftp().getExtension(OpenSSHPosixRenameExtension.class);
        if (atOnce != null && atOnce.isSupported()) {
            atOnce.posixRename(draft, target);
            return;
        }
        try {
            sftp().remove(target);
        } catch (SftpException e) {
            ignoreMissing(e);
        }
        sftp().rename(draft, target);
    }

    private void makeFolders(String place) throws IOException {
        for (int end = place.indexOf('/'); end >= 0; end = place.indexOf('/', end + 1)) {
            try {
                sftp().mkdir(account.path(place.substring(0, end)));
            } catch (SftpException e) {
                // It is there already, or the write that follows says why it cannot be.
            }
        }
    }

    private static void ignoreMissing(SftpException e) throws SftpException {
        if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE && e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_PATH) {
            throw e;
        }
    }
}
