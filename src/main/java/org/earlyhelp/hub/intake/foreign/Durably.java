package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that are whole and on disk once they are seen, and file names that no sender has chosen. */
final class Durably {
    private Durably() {
    }

    /** Gives a draft its place: on disk first, then seen, then its name on disk. */
    static void place(Path draft, Path target) throws IOException {
        try (FileChannel content = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            content.force(true);
        }
        Files.createDirectories(target.getParent());
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(target.getParent())) {
            folder.force(true);
        }
    }

    /** A safe file name for any place. */
    static String nameOf(String place) {
        return HexFormat.of().formatHex(sha256().digest(place.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
