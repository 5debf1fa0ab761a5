package org.earlyhelp.hub.sharing.log;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The public vectors of RFC 6962 and of a real C2SP log, where they lie beside the checkout. */
final class PublicVectors {
    static final String LOG_KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

    private static final Path FOLDER = Path.of(System.getProperty("merkle.data", "../shared/data/merkle"));

    private PublicVectors() {
    }

    /** Leaves the test out, with a word, where there are none. */
    static Path folder(String name) {
        assumeTrue(Files.isDirectory(FOLDER), "the public log vectors are absent; give their folder by -Dmerkle.data");
        return FOLDER.resolve(name);
    }

    static List<Path> cases(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder(name))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
