package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text beside this package's classes. */
final class NameFile {
    private NameFile() {
    }

    /** Its lines without blank ones and comments. */
    static List<String> lines(String name) {
        try (InputStream in = NameFile.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
