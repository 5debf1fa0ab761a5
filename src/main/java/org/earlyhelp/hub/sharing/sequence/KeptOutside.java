package org.earlyhelp.hub.sharing.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.seal.KeyFile;

/** The last checkpoint, kept in the key folder where nobody who works on the database alone can change it. */
public record KeptOutside(Path file) {
    static final String NAME = "last-checkpoint";

    /** The file of that key folder; it need not be there. */
    public static KeptOutside in(Path keyFolder) {
        return new KeptOutside(keyFolder.resolve(NAME));
    }

    /** Empty when there is none yet. Throws LogStopped when it is none of these keys' checkpoints. */
    public Optional<Checkpoint> read(Collection<NoteKey> keys) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Parsed<SignedCheckpoint> read = SignedCheckpoint.open(KeyFile.read(file), keys);
        if (read instanceof Parsed.Good<SignedCheckpoint> good) {
            return Optional.of(good.value().checkpoint());
        }
        throw new LogStopped("The file " + NAME + " in the key folder is no checkpoint of this log (" + ((Parsed.Bad<SignedCheckpoint>) read).reason()
                + "): restore the key folder that belongs to this database.");
    }

    /** Keeps the file under another name: what it holds is of a log that has gone on under a new one. */
    void layAside(String origin) {
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(NAME + "-of-" + origin.replaceAll("[^A-Za-z0-9-]", "-")), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the last checkpoint of the log before cannot be laid aside", e);
        }
    }

    void write(String note) {
        KeyFile.replace(file, note.getBytes(StandardCharsets.UTF_8));
    }
}
