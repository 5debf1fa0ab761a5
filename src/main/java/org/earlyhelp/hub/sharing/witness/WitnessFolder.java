package org.earlyhelp.hub.sharing.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A witness's store as files: one a log, named by the hash of its origin, replaced as a whole and forced to the disk. */
public final class WitnessFolder implements WitnessStore {
    private final Path folder;

    /** The folder must be there and its writer's own. */
    public WitnessFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> latest(String origin) {
        try {
            Path file = file(origin);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the last checkpoint cannot be read", e);
        }
    }

    @Override
    public void keep(String origin, String note) {
        Path file = file(origin);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(note);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entry = FileChannel.open(folder)) {
                entry.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be kept", e);
        }
    }

    private Path file(String origin) {
        return folder.resolve(name(origin) + ".checkpoint");
    }

    /** What stands for an origin in addresses and names of files: the hex of its SHA-256. */
    public static String name(String origin) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
