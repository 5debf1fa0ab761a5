package org.earlyhelp.hub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout's four folders, copied to where a test may break them. */
record CouncilCopy(Path root) {
    static CouncilCopy in(Path root) {
        for (String folder : List.of("routes", "mappings", "rules", "agreements")) {
            try (Stream<Path> paths = Files.walk(Path.of(folder))) {
                for (Path path : paths.toList()) {
                    Files.copy(path, root.resolve(path.toString()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new CouncilCopy(root);
    }

    CouncilCopy change(String file, String before, String after) throws IOException {
        String text = Files.readString(root.resolve(file));
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file + " does not hold " + before);
        }
        Files.writeString(root.resolve(file), text.replace(before, after));
        return this;
    }

    CouncilCopy write(String file, String text) throws IOException {
        Files.writeString(root.resolve(file), text);
        return this;
    }

    CouncilCopy delete(String file) throws IOException {
        Files.delete(root.resolve(file));
        return this;
    }

    /** All that the doctor finds, a line each. */
    List<String> findings() {
        return new ConfigDoctor(Rooms.ofThisHub().folders()).examine(root).stream().map(ConfigDoctor.Finding::toString).toList();
    }
}
