package org.earlyhelp.hub.cli.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.seal.KeyFile;
import org.earlyhelp.hub.sharing.seal.NamedKeyPair;

/** The witness's own folder, held by one process at a time: its key, and what it cosigned last. */
final class WitnessHome implements AutoCloseable {
    private static final String KEY_FILE = "witness.key";

    private final Path folder;
    private final NamedKeyPair pair;
    private final FileChannel lock;

    private WitnessHome(Path folder, NamedKeyPair pair, FileChannel lock) {
        this.folder = folder;
        this.pair = pair;
        this.lock = lock;
    }

    /** Opens the folder, made with a new key of that name on first use. Throws StartFailure when it cannot be used or another witness has it. */
    static WitnessHome open(Path folder, String name) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isOurs(lock)) {
                lock.close();
                throw new StartFailure("Another witness works in " + folder + ": a store has one witness.");
            }
            Path key = folder.resolve(KEY_FILE);
            if (!Files.exists(key)) {
                makeKey(folder, key, name);
            }
            return new WitnessHome(folder, NamedKeyPair.read(KeyFile.read(key), KEY_FILE), lock);
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be used (" + e.getClass().getSimpleName() + "): give one that this user may write.", e);
        }
    }

    /** A key that is gone while checkpoints are there was lost: a new one would hide that. */
    private static void makeKey(Path folder, Path key, String name) throws IOException {
        try (var kept = Files.newDirectoryStream(folder, "*.checkpoint")) {
            if (kept.iterator().hasNext()) {
                throw new StartFailure("The folder " + folder + " holds checkpoints and no " + KEY_FILE + ": restore it from its backup.");
            }
        }
        KeyFile.make(key, NamedKeyPair.fresh(name));
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            FileLock held = lock.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    NoteKey key() {
        return NoteKey.of(pair.name(), NoteKey.Kind.WITNESS, pair.open());
    }

    PrivateKey secret() {
        return pair.secret();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
