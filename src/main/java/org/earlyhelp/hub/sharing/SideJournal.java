package org.earlyhelp.hub.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.seal.EntrySeal;

/**
 * A file in the key folder that takes the entries of what goes on while the log is stopped: sealed, a line each, each line chained
 * to the one before by its hash and forced to the disk. The entries stand in the database too; the file is for the case that the
 * database is put back once more. Thread-safe.
 */
public final class SideJournal {
    private static final String NAME = "side-journal";
    private static final String START = "0".repeat(64);

    private final Path file;
    private final EntrySeal seal;

    SideJournal(Path keyFolder, EntrySeal seal) {
        this.file = keyFolder.resolve(NAME);
        this.seal = seal;
    }

    /** Appends the entries. When it returns they outlive a crash. Throws UncheckedIOException when the disk refuses. */
    synchronized void append(List<SharingEntry> entries) {
        StringBuilder lines = new StringBuilder();
        String before = digest();
        for (SharingEntry entry : entries) {
            String said = entry.id() + " " + Base64.getEncoder().encodeToString(seal.seal(entry.id(), entry.payload()));
            before = hash(before + said);
            lines.append(said).append(' ').append(before).append('\n');
        }
        write(lines.toString());
    }

    private void write(String lines) {
        try {
            PrivateFiles.append(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the side journal in the key folder cannot be written", e);
        }
    }

    /** The hash that ends the chain; 64 zeros when nothing is in the journal. */
    public synchronized String digest() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
            return lines.isEmpty() ? START : lines.get(lines.size() - 1).substring(lines.get(lines.size() - 1).lastIndexOf(' ') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the side journal in the key folder cannot be read", e);
        }
    }

    /** Lays the journal aside once the log goes on under a new origin. */
    public synchronized void close(String origin) {
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(NAME + "-before-" + origin.replaceAll("[^A-Za-z0-9-]", "-")), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the side journal in the key folder cannot be laid aside", e);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
