package org.earlyhelp.hub.embedded.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.PrivateFiles;

/** The folder of keys and generated passwords, each a file that the owner alone may read. Never part of a backup of the data. */
public record KeyFolder(Path folder) {
    /** The folder, made when it is missing, closed to others. */
    public static KeyFolder open(Path folder) throws IOException {
        PrivateFiles.folder(folder);
        return new KeyFolder(folder);
    }

    /** Whether a file of that name is there. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** A secret that is there. Throws UncheckedIOException when it is not. */
    public String secret(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A secret, drawn and kept when it is not there yet. */
    public String secretOrNew(String name) {
        if (!has(name)) {
            try {
                PrivateFiles.write(folder.resolve(name), Ids.password());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secret(name);
    }
}
