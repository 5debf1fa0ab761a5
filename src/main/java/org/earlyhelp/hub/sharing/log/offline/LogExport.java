package org.earlyhelp.hub.sharing.log.offline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.earlyhelp.hub.sharing.log.TileIndex;

/**
 * Writes a log as a folder that {@link LogVerifier} and other verifiers read. Mends nothing: what is missing or changed where
 * the log is kept is missing or changed here. Every file is its owner's alone; the checkpoint is written last, so that a folder
 * without one is not whole.
 */
public final class LogExport {
    private static final FileAttribute<?> OWNER_ONLY_FILE = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final int BUFFER_BYTES = 128 * 1024;

    private final LogSource source;
    private final LogFolder folder;

    private LogExport(LogSource source, LogFolder folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * The log up to its newest checkpoint; returns how many entries. The folder is made, or must be empty. Throws
     * IllegalStateException when no checkpoint was signed yet or it cannot be read, IOException when something cannot be written.
     */
    public static long write(LogSource source, Path to, boolean withPayloads) throws IOException {
        if (!isFree(to)) {
            throw new IllegalArgumentException("the folder is not empty");
        }
        String newest = source.checkpoint().orElseThrow(() -> new IllegalStateException("the log has no checkpoint yet"));
        LogExport export = new LogExport(source, new LogFolder(to));
        try {
            return export.write(newest, withPayloads);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether an export may go there: there is nothing, or an empty folder. */
    public static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private long write(String newest, boolean withPayloads) throws IOException {
        long size = sizeOf(newest);
        Files.createDirectories(folder.root(), OWNER_ONLY_FOLDER);
        writeFile(LogFolder.KEYS, source.keys().stream().map(NoteKey::vkey).collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8));
        writeEntries(size, withPayloads);
        for (TileIndex tile : (Iterable<TileIndex>) TileIndex.covering(size)::iterator) {
            Optional<byte[]> hashes = source.tile(tile);
            if (hashes.isPresent()) {
                writeFile(tile.path(), hashes.get());
            }
        }
        writeCheckpoints();
        writeFile(LogFolder.CHECKPOINT, newest.getBytes(StandardCharsets.UTF_8));
        return size;
    }

    private void writeEntries(long size, boolean withPayloads) throws IOException {
        try (OutputStream lines = create(LogFolder.ENTRIES)) {
            BundleWriter bundles = new BundleWriter(size, this::writeFile);
            source.leaves(0, size, withPayloads, leaf -> unchecked(() -> {
                lines.write(EntryLine.print(leaf));
                bundles.add(leaf);
            }));
            bundles.end();
        }
    }

    private void writeCheckpoints() throws IOException {
        try (OutputStream lines = create(LogFolder.CHECKPOINTS)) {
            source.checkpoints(note -> unchecked(() -> lines.write(CheckpointLine.print(note))));
        }
    }

    private static long sizeOf(String note) {
        return SignedNote.parse(note) instanceof Parsed.Good<SignedNote> signed && Checkpoint.parse(signed.value().text()) instanceof Parsed.Good<Checkpoint> checkpoint
                ? checkpoint.value().size() : refuse();
    }

    private static long refuse() {
        throw new IllegalStateException("the newest checkpoint cannot be read: it was changed where it is kept");
    }

    private void writeFile(String path, byte[] bytes) throws IOException {
        try (OutputStream out = create(path)) {
            out.write(bytes);
        }
    }

    private OutputStream create(String path) throws IOException {
        Path file = folder.file(path);
        Files.createDirectories(file.getParent(), OWNER_ONLY_FOLDER);
        return new BufferedOutputStream(Channels.newOutputStream(Files.newByteChannel(file, NEW, OWNER_ONLY_FILE)), BUFFER_BYTES);
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
