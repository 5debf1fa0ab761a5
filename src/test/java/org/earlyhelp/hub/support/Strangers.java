package org.earlyhelp.hub.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Agencies whose layouts the hub has never met: under {@code strangers/} a mapping with its agencies, and for each agency the files
 * that it sends, each in a folder with what is expected of it. A further case needs no Java.
 */
public final class Strangers {
    private static final Path FOLDER = Path.of("src/test/resources/strangers");
    private static final String EXPECTED = "expected.txt";

    private Strangers() {
    }

    /** One file of one agency. */
    public record Case(String mapping, String agency, Path folder) {
        public Path file() {
            return list(folder).stream().filter(file -> !file.endsWith(EXPECTED)).findFirst().orElseThrow();
        }

        /** The stage, then each fault and each notice in a line. */
        public List<String> expected() {
            return read(folder.resolve(EXPECTED)).lines().toList();
        }

        public String stage() {
            return expected().get(0);
        }

        @Override
        public String toString() {
            return agency + ": " + folder.getFileName().toString().replace('-', ' ');
        }
    }

    public static List<Case> cases() {
        return mappings().stream().flatMap(mapping -> list(FOLDER.resolve(mapping)).stream().filter(Files::isDirectory)
                .flatMap(agency -> list(agency).stream().map(folder -> new Case(mapping, agency.getFileName().toString(), folder)))).toList();
    }

    public static List<String> mappings() {
        return list(FOLDER).stream().filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).toList();
    }

    /** Puts mappings, agreements and routes of all strangers beside those of the council. */
    public static void join(Path council) {
        putMappings(council.resolve("mappings"));
        for (Case one : cases()) {
            write(council.resolve("agreements/" + one.agency + ".yaml"), read(FOLDER.resolve("agreement.yaml"))
                    .replace("ISA-AGENCY", "ISA-" + one.agency.toUpperCase(Locale.ROOT)).replace("AGENCY", one.agency).replace("MAPPING", one.mapping));
            write(council.resolve("routes/" + one.agency + "-" + one.mapping + ".yaml"),
                    "template: feed-lane\nagency: " + one.agency + "\nfeed: " + one.mapping + "\n");
        }
    }

    /** Puts the mappings of all strangers into the folder, and the sample of the one for which none can be made up. */
    public static void putMappings(Path folder) {
        mappings().forEach(mapping -> write(folder.resolve(mapping + ".yaml"), read(FOLDER.resolve(mapping).resolve("mapping.yaml"))));
        write(folder.resolve("samples/admissions.hl7"), read(FOLDER.resolve("admissions/sample.hl7")));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
