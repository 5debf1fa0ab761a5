package org.earlyhelp.hub.cli.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A borough written to a folder and read back by outside parsers. */
record GeneratedBorough(Path folder) {
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static GeneratedBorough write(Path folder, int families, long seed, double noise) throws IOException {
        new BoroughGenerator(new BoroughPlan(families, seed, TODAY, folder, noise)).generate();
        return new GeneratedBorough(folder);
    }

    List<NamedCsvRecord> truth(String name) throws IOException {
        return csv(folder.resolve("truth").resolve(name));
    }

    List<NamedCsvRecord> csvFeed(String agency, String feed) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        for (Path file : files(agency, feed)) {
            rows.addAll(csv(file));
        }
        return rows;
    }

    List<JsonNode> jsonFeed(String agency, String feed) throws IOException {
        List<JsonNode> notices = new ArrayList<>();
        for (Path file : files(agency, feed)) {
            Files.readAllLines(file).forEach(line -> notices.add(JSON.readTree(line)));
        }
        return notices;
    }

    /** The messages, each with CR line ends. */
    List<String> health() throws IOException {
        List<String> messages = new ArrayList<>();
        for (Path file : files("avonford-health", "health-visiting")) {
            messages.addAll(List.of(Files.readString(file).split("(?=MSH\\|)")));
        }
        return messages;
    }

    /** All files below the folder in order, for comparing two runs. */
    List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }

    private List<Path> files(String agency, String feed) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("feeds").resolve(agency).resolve(feed))) {
            return files.sorted().toList();
        }
    }

    private static List<NamedCsvRecord> csv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
