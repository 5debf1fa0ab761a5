package org.earlyhelp.hub.sharing.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * Files of the key folder: only the hub's user may read them, they are on the disk when a method returns, and they are
 * whole or not there. A key is never overwritten. Errors name the file, never what is in it.
 */
public final class KeyFile {
    private static final int AES_KEY_BYTES = 32;
    private static final int FILE_LIMIT_BYTES = 64 * 1024;

    private KeyFile() {
    }

    /** Reads an AES-256 key, or makes it. A file of another length is a StartFailure. */
    public static SecretKey readOrMake(Path file) {
        if (!Files.exists(file)) {
            make(file, Ids.randomBytes(AES_KEY_BYTES));
        }
        return readAes(file);
    }

    /** Reads an AES-256 key. A file that is absent or has another length is a StartFailure. */
    public static SecretKey readAes(Path file) {
        byte[] key = read(file);
        if (key.length != AES_KEY_BYTES) {
            throw new StartFailure("key file " + file.getFileName() + " has " + key.length + " bytes, expected " + AES_KEY_BYTES + ": restore it from its backup");
        }
        return new SecretKeySpec(key, "AES");
    }

    /** What is in the file. A file that is absent, or too large to be one of ours, is a StartFailure. */
    public static byte[] read(Path file) {
        try {
            if (!Files.exists(file) || Files.size(file) > FILE_LIMIT_BYTES) {
                throw new StartFailure("key file " + file.getFileName() + " is " + (Files.exists(file) ? "too large" : "missing") + ": restore it from its backup");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file.getFileName() + " cannot be read", e);
        }
    }

    /** Keeps a new key. Throws StartFailure, and leaves the file as it is, when it is there already. */
    public static void make(Path file, byte[] content) {
        try {
            Path draft = draft(file, content);
            try {
                // A link fails where a move would overwrite.
                Files.createLink(file, draft);
            } finally {
                Files.delete(draft);
            }
            syncFolder(file);
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure("key file " + file.getFileName() + " is there already and stays as it is", e);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file.getFileName() + " cannot be made", e);
        }
    }

    /** Writes or replaces a file that is no key but belongs beside them. */
    public static void replace(Path file, byte[] content) {
        try {
            Files.move(draft(file, content), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(file);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file.getFileName() + " of the key folder cannot be written", e);
        }
    }

    private static Path draft(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(file.getParent(), "new", ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        return draft;
    }

    private static void syncFolder(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
