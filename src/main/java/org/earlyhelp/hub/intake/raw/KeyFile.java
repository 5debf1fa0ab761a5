package org.earlyhelp.hub.intake.raw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;

/** An AES-256 key in a file that only the hub's user may read; made on first use, outside the data folder. */
final class KeyFile {
    private static final int KEY_BYTES = 32;

    private KeyFile() {
    }

    /** Reads the key, or makes it. A file of another length is a StartFailure: it is never overwritten. */
    static SecretKey readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new StartFailure("key file " + file.getFileName() + " has " + key.length + " bytes, expected " + KEY_BYTES + ": restore it from its backup");
            }
            return new SecretKeySpec(key, "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file.getFileName() + " cannot be read or made", e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(file.getParent(), "new", ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(Ids.randomBytes(KEY_BYTES)));
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
