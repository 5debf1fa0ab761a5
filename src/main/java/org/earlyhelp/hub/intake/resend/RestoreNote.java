package org.earlyhelp.hub.intake.resend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a restore leaves in the data folder for the hub's next start, which declares it: a restore is never silent.
 *
 * @param id       ULID; the same note read twice is one restore
 * @param backupAt when the backup was taken
 * @param by       who restored, as the operator names them
 * @param reason   why, in words that name no child
 */
public record RestoreNote(String id, Instant backupAt, Instant restoredAt, String by, String reason) {
    private static final String FILE = "restored.json";

    /** Leaves the note; on the disk when it returns. */
    public void leave(Path dataDir) throws IOException {
        Path draft = dataDir.resolve(FILE + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((JsonMapper.shared().writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, dataDir.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The note that waits in the data folder. */
    static Optional<RestoreNote> in(Path dataDir) {
        Path file = dataDir.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(JsonMapper.shared().readValue(Files.readString(file), RestoreNote.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the data folder cannot be read", e);
        }
    }

    static void takeAway(Path dataDir) {
        try {
            Files.deleteIfExists(dataDir.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the data folder cannot be deleted", e);
        }
    }
}
