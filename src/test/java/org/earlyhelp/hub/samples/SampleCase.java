package org.earlyhelp.hub.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One file of {@code sample-feeds/} and what it must be answered with. */
public record SampleCase(Path input, Expected expected) {
    public static final Path ROOT = Path.of("sample-feeds");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> MAPPINGS_OF_SECOND_LAYOUTS = Map.of("westmarch-police/missing-children", "missing-children-csv",
            "avonford-academies/school-attendance", "school-attendance-semicolon", "rowan-house/domestic-abuse", "domestic-abuse-xml");

    /** As {@code expected.json} has it. */
    public record Expected(String stage, Counts counts, List<Fault> errors) {
    }

    public record Counts(int records, int accepted, int unchanged, int rejected, int warnings) {
    }

    /** {@code line} and {@code field} are null where the case does not fix them. */
    public record Fault(Integer line, String field, String code, String severity) {
        /** Whether a fault found is the one expected. */
        public boolean matches(Fault found) {
            return code.equals(found.code) && severity.equals(found.severity) && (line == null || line.equals(found.line))
                    && (field == null || field.equals(found.field));
        }
    }

    /** All cases in the order of dropping. */
    public static List<SampleCase> inOrder() {
        return paths().map(SampleCase::of).toList();
    }

    /** The paths of {@code order.txt}; empty lines there only part its chapters. */
    static Stream<String> paths() {
        return lines(ROOT.resolve("order.txt")).stream().filter(line -> !line.isBlank());
    }

    public String agency() {
        return ROOT.relativize(input).getName(0).toString();
    }

    public String feed() {
        return ROOT.relativize(input).getName(1).toString();
    }

    public String mapping() {
        return MAPPINGS_OF_SECOND_LAYOUTS.getOrDefault(agency() + "/" + feed(), feed());
    }

    public byte[] bytes() {
        try {
            return Files.readAllBytes(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return ROOT.relativize(input).toString();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleCase of(String line) {
        Path input = ROOT.resolve(line);
        return new SampleCase(input, JSON.readValue(input.resolveSibling("expected.json").toFile(), Expected.class));
    }
}
