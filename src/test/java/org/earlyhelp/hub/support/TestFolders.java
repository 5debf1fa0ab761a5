package org.earlyhelp.hub.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Empty folders below {@code target} for parts that are made before a test can be given one. */
public final class TestFolders {
    private TestFolders() {
    }

    public static Path fresh() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/test-folders")), "folder");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
