package org.earlyhelp.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * One of the four folders, read only as far as its neighbours need: which files are there, and what those that are
 * readable as YAML hold. What is wrong inside a file is for its own room to say.
 *
 * @param files by name without {@code .yaml}; empty where the file is no YAML of names with values
 */
record CouncilFolder(String name, Map<String, Optional<DeclaredFile>> files) {
    private static final String ENDING = ".yaml";

    /** The folder; empty when it is not there or cannot be listed. */
    static Optional<CouncilFolder> read(Path configDir, String name) {
        try (Stream<Path> paths = Files.list(configDir.resolve(name))) {
            Map<String, Optional<DeclaredFile>> files = new TreeMap<>();
            paths.filter(path -> path.toString().endsWith(ENDING)).forEach(path -> files.put(nameOf(path), DeclaredFile.read(path, null).asOptional()));
            return Optional.of(new CouncilFolder(name, files));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean has(String file) {
        return files.containsKey(file);
    }

    Optional<DeclaredFile> file(String file) {
        return files.getOrDefault(file, Optional.empty());
    }

    Collection<DeclaredFile> readable() {
        return files.values().stream().flatMap(Optional::stream).toList();
    }

    ConfigDoctor.Finding fault(DeclaredFile file, String pointer, String reason) {
        return ConfigDoctor.Finding.of(name, file.faultAt(pointer, reason));
    }

    private static String nameOf(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
