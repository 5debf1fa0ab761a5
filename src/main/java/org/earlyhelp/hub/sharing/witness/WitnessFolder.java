package org.earlyhelp.hub.sharing.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.earlyhelp.hub.sharing.seal.KeyFile;

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
        KeyFile.replace(file(origin), note.getBytes(StandardCharsets.UTF_8));
    }

    /** A folder that is gone is not made anew: a witness that forgot would cosign a log that was put back. */
    private Path file(String origin) {
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new NoSuchFileException("the witness's folder is gone"));
        }
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
