package org.earlyhelp.hub.embedded.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;

/** The data folder, held by one hub at a time. The lock goes with the process, however it ends. */
public final class DataFolder implements AutoCloseable {
    /** With less free than this at a start, database and journal could not work for long. */
    static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;
    private static final String LOCK_FILE = "hub.lock";
    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder when it is missing and takes its lock. Throws StartFailure when another hub has it. */
    public static DataFolder take(Path root) {
        try {
            PrivateFiles.folder(root);
            if (Files.getFileStore(root).getUsableSpace() < LEAST_FREE_BYTES) {
                throw new StartFailure("The disk of the data folder " + root + " is full (less than " + LEAST_FREE_BYTES / (1024 * 1024)
                        + " MB free): free some space there, or set HUB_DATA_DIR to another disk.");
            }
            FileChannel channel = FileChannel.open(root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = holder(channel);
                channel.close();
                throw new StartFailure("The data folder " + root + " is in use by another hub" + holder + ": stop it, or set HUB_DATA_DIR to another folder.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new StartFailure("The data folder " + root + " cannot be used: " + reason(e), e);
        }
    }

    /** The folder that is locked. */
    public Path root() {
        return root;
    }

    /** Gives the folder free. The lock file stays: to delete it would let two hubs lock two files of one name. */
    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The process is ending and the system frees the lock with it.
            return;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "no permission for " + e.getMessage() : String.valueOf(e.getMessage());
    }
}
