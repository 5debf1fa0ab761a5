package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.earlyhelp.hub.intake.AccountName;

/**
 * What an agency may do with files: write into {@code /in/<feed>/} and {@code /in/test/<feed>/} of its own home, give a
 * partial file its final name, remove what it dropped, and read everything else. All other changes are refused; a time
 * or a permission that a client sets beside an upload is taken without effect, since many clients insist on it. Some also
 * set the length of the file they are writing before they close it.
 */
final class AgencyFileAccess extends ReadOnlyFileAccess {
    /** Set on a handle by the client's own close; a handle without it was torn down with its connection. */
    static final AttributeKey<Boolean> CLOSED_BY_CLIENT = new AttributeKey<>();

    private final UploadStore uploads;
    /** The uploads that are being written, each with its connection. */
    private final Map<Upload, SftpSubsystemProxy> going = new ConcurrentHashMap<>();

    AgencyFileAccess(UploadStore uploads) {
        this.uploads = uploads;
    }

    @Override
    public SeekableByteChannel openFile(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String id,
                                        Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.stream().noneMatch(ReadOnlyFileAccess::writes)) {
            return super.openFile(subsystem, handle, file, id, options, attributes);
        }
        UploadPath target = writable(subsystem, file);
        if (handle == null) {
            return lengthOf(subsystem, target);
        }
        Upload upload = uploads.begin(accountOf(subsystem), target, !options.contains(StandardOpenOption.TRUNCATE_EXISTING));
        going.put(upload, subsystem);
        return upload;
    }

    @Override
    public void closeFile(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String id, Channel channel,
                          Set<? extends OpenOption> options) throws IOException {
        if (!(channel instanceof Upload upload)) {
            super.closeFile(subsystem, handle, file, id, channel, options);
            return;
        }
        going.remove(upload);
        if (handle != null && Boolean.TRUE.equals(handle.getAttribute(CLOSED_BY_CLIENT))) {
            uploads.close(accountOf(subsystem), upload);
        } else {
            uploads.cut(accountOf(subsystem), upload);
        }
    }

    @Override
    public void syncFileData(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String id, Channel channel) throws IOException {
        if (channel instanceof Upload upload) {
            upload.force();
        }
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options) throws IOException {
        UploadPath source = writable(subsystem, from);
        UploadPath target = writable(subsystem, to);
        if (!source.isPartial() || !source.isSameFolderAs(target)) {
            throw refused("only a name ending .part, .tmp or .filepart can be renamed, within its folder");
        }
        uploads.rename(accountOf(subsystem), source, target);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean isDirectory) throws IOException {
        if (isDirectory) {
            throw refused("folders cannot be removed");
        }
        Files.delete(uploads.visible(accountOf(subsystem), writable(subsystem, file)));
    }

    @Override
    public void setFileAttribute(SftpSubsystemProxy subsystem, Path file, String view, String attribute, Object value,
                                 LinkOption... options) throws IOException {
        writable(subsystem, file);
    }

    @Override
    public void setFilePermissions(SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> permissions, LinkOption... options) throws IOException {
        writable(subsystem, file);
    }

    /** The server has no other way to hand on the length that a client sets: it opens the file without a handle and cuts it. */
    private SeekableByteChannel lengthOf(SftpSubsystemProxy subsystem, UploadPath target) throws IOException {
        List<Upload> own = going.entrySet().stream().filter(entry -> entry.getValue() == subsystem).map(Map.Entry::getKey)
                .filter(upload -> upload.target().equals(target)).toList();
        if (own.size() == 1) {
            return new LengthOnly(own.get(0));
        }
        if (own.isEmpty() && target.isPartial()) {
            return FileChannel.open(uploads.visible(accountOf(subsystem), target), StandardOpenOption.WRITE);
        }
        throw refused("a file that was sent cannot be cut; send it again");
    }

    private static AccountName accountOf(SftpSubsystemProxy subsystem) {
        return AccountName.parse(subsystem.getServerSession().getUsername());
    }

    private UploadPath writable(SftpSubsystemProxy subsystem, Path file) throws IOException {
        UploadPath target = UploadPath.parse(file.toAbsolutePath().normalize().toString())
                .orElseThrow(() -> refused("files go into /in/<feed>/ or /in/test/<feed>/ under a plain name"));
        if (!Files.isDirectory(uploads.visible(accountOf(subsystem), target).getParent())) {
            throw refused("there is no such feed");
        }
        if (target.isTooLongFor(accountOf(subsystem))) {
            throw refused("the name of the file is too long");
        }
        return target;
    }
}
