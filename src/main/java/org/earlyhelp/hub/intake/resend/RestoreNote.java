package org.earlyhelp.hub.intake.resend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.earlyhelp.hub.kernel.PrivateFiles;
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
        PrivateFiles.write(dataDir.resolve(FILE), JsonMapper.shared().writeValueAsString(this) + "\n");
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
