package org.earlyhelp.hub.intake.raw;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import org.springframework.modulith.NamedInterface;

/** A file encrypted as the raw copies are: AES-256-GCM in chunks, so that nothing can be changed, moved or cut off unseen. */
@NamedInterface("sealed-file")
public final class SealedFile {
    private SealedFile() {
    }

    /** Writes the plain bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Seals what {@code content} writes. On the disk when it returns; when it throws, what is there counts as cut off. Returns
     * the SHA-256 of the sealed bytes as lower-case hexadecimal.
     */
    public static String write(Path file, SecretKey key, Content content) throws IOException {
        MessageDigest digest = sha256();
        try (FileOutputStream disk = new FileOutputStream(file.toFile());
             OutputStream out = new DigestOutputStream(new BufferedOutputStream(disk), digest)) {
            SealingOutput sealed = new SealingOutput(out, key);
            content.writeTo(sealed);
            sealed.finish();
            disk.getFD().sync();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The plain bytes; the caller closes. Reading throws IOException when the file was changed or is of another key. */
    public static InputStream open(Path file, SecretKey key) throws IOException {
        return new OpeningInput(new BufferedInputStream(Files.newInputStream(file)), key);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
