package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts of an exported log are. A second origin, begun after a rollback, would lie in {@code origins/<n>/} with the
 * same names; none is written yet.
 */
public record LogFolder(Path root) {
    /** The newest checkpoint, a signed note. */
    public static final String CHECKPOINT = "checkpoint";
    /** The log's public keys, one a line, the newest first. */
    public static final String KEYS = "log.vkey";
    /** One entry a line. */
    public static final String ENTRIES = "entries.jsonl";
    /** Every checkpoint that the hub kept, one a line, the smallest first. */
    public static final String CHECKPOINTS = "checkpoints.jsonl";

    /** Where a part lies, present or not; {@code path} is below the folder. */
    public Path file(String path) {
        return root.resolve(path);
    }

    /** A file whole; empty when there is none or it is longer than the limit. */
    Optional<byte[]> read(String path, int limitBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file(path))) {
            byte[] bytes = in.readNBytes(limitBytes + 1);
            return bytes.length > limitBytes ? Optional.empty() : Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
