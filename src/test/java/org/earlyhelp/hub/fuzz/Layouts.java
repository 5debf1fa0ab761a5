package org.earlyhelp.hub.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.mapping.Mapping;

/** The layouts that a fuzzer reads its files by; the first byte of an input chooses one. */
record Layouts(List<Mapping> all) {
    private static final Path SHIPPED = Path.of("mappings");
    private static final Path STRANGERS = Path.of("src/test/resources/strangers");

    /** By name: a shipped mapping, or a folder of the strangers'. */
    static Layouts of(String... names) {
        return new Layouts(Stream.of(names).map(Layouts::layout).toList());
    }

    /** Reads the input by the layout that it chooses, and fails when anything does not hold. */
    void read(byte[] input) {
        if (input.length > 0) {
            new FileOracle(all.get((input[0] & 0xFF) % all.size())).holdFor(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    private static Mapping layout(String name) {
        Path stranger = STRANGERS.resolve(name).resolve("mapping.yaml");
        Path file = Files.exists(stranger) ? stranger : SHIPPED.resolve(name + ".yaml");
        try {
            Checked<DeclaredFile> declared = DeclaredFile.read(file, Files.readString(SHIPPED.resolve("schema/mapping.json")));
            return Mapping.of(declared.asOptional().orElseThrow()).asOptional().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
