package org.earlyhelp.hub.cli.torture;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.generate.BoroughGenerator;
import org.earlyhelp.hub.cli.generate.BoroughPlan;

/**
 * Makes a drop from a generated borough. Every wave has files of all agencies, but of different households: a household's
 * files come one feed a wave, so that what the hub hears of it comes in one order however long a kill holds up a feed.
 * Senders make no mistakes here, for this is a test of keeping and not of matching.
 */
final class DropMaker {
    private static final int MOST_ROWS_A_FILE = 3_000;
    private static final double NO_NOISE = 0;
    private final int waves;
    private final List<List<DropFile>> files = new ArrayList<>();
    private final Set<String> records = new HashSet<>();
    private final Map<String, Set<String>> mentions = new HashMap<>();
    private final Map<String, Integer> newest = new HashMap<>();
    private final Map<String, Integer> households = new HashMap<>();

    private DropMaker(int waves) {
        this.waves = waves;
        for (int wave = 0; wave < waves; wave++) {
            files.add(new ArrayList<>());
        }
    }

    /**
     * A drop of that many waves, written and read again below {@code folder}. The same arguments give the same drop.
     *
     * @param families for each wave; a hundred give about 6,000 rows of attendance and 250 other records a wave
     */
    static Drop make(int waves, int families, long seed, LocalDate today, Path folder) throws IOException {
        new BoroughGenerator(new BoroughPlan(families * waves, seed, today, folder, NO_NOISE)).generate();
        DropMaker maker = new DropMaker(waves);
        maker.readTruth(folder.resolve("truth/people.csv"));
        maker.cut(folder.resolve("feeds"));
        return new Drop(maker.files, maker.newestMentions(), maker.records);
    }

    private void readTruth(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            Map<String, Integer> numbers = new HashMap<>();
            for (NamedCsvRecord row : rows) {
                String reference = row.getField("agency") + "/" + row.getField("feed") + "/" + row.getField("source_ref");
                int version = Integer.parseInt(row.getField("version"));
                String record = reference + "@" + version;
                records.add(record);
                newest.merge(reference, version, Math::max);
                mentions.computeIfAbsent(record, name -> new HashSet<>()).add(record + " " + row.getField("role") + " " + row.getField("index"));
                int number = numbers.computeIfAbsent(row.getField("household"), name -> numbers.size());
                households.put(senders(reference, row.getField("feed")), number);
            }
        }
    }

    /** A case is known to its sender by what stands before the {@code #}. */
    private static String senders(String reference, String feed) {
        return feed.equals(Sent.INVOLVEMENTS) ? reference.substring(0, reference.indexOf('#')) : reference;
    }

    private Set<String> newestMentions() {
        Set<String> current = new HashSet<>();
        newest.forEach((reference, version) -> current.addAll(mentions.get(reference + "@" + version)));
        return current;
    }

    private void cut(Path feeds) throws IOException {
        Map<String, List<Sent>> byFeed = new LinkedHashMap<>();
        for (Path file : filesBelow(feeds)) {
            Sent sent = Sent.read(file);
            byFeed.computeIfAbsent(sent.agency() + "/" + sent.feed(), name -> new ArrayList<>()).add(sent);
        }
        int turn = 0;
        for (List<Sent> feed : byFeed.values()) {
            spread(feed, turn);
            turn++;
        }
    }

    /** The group of households that this feed speaks of is another in each wave, and another than that of the feeds beside it. */
    private void spread(List<Sent> feed, int turn) {
        List<List<Sent.Piece>> byWave = new ArrayList<>();
        for (int wave = 0; wave < waves; wave++) {
            byWave.add(new ArrayList<>());
        }
        for (Sent sent : feed) {
            for (Sent.Piece piece : sent.pieces()) {
                byWave.get(Math.floorMod(household(sent, piece) - turn, waves)).add(piece);
            }
        }
        for (int wave = 0; wave < waves; wave++) {
            pack(feed.get(0), wave, byWave.get(wave));
        }
    }

    private int household(Sent sent, Sent.Piece piece) {
        return households.get(sent.agency() + "/" + sent.feed() + "/" + piece.reference());
    }

    /**
     * The police send a file for each household where a child was missing, everyone else what has gathered. A notice and
     * the return that ends it stay in one file: between two files the hub may rightly raise an alert on the first alone.
     */
    private void pack(Sent feed, int wave, List<Sent.Piece> pieces) {
        Map<Integer, List<Sent.Piece>> parts = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            int part = feed.feed().equals("missing-children") ? household(feed, pieces.get(i)) : i / MOST_ROWS_A_FILE;
            parts.computeIfAbsent(part, number -> new ArrayList<>()).add(pieces.get(i));
        }
        parts.values().forEach(part -> files.get(wave).add(file(feed, wave, part)));
    }

    private DropFile file(Sent feed, int wave, List<Sent.Piece> pieces) {
        StringBuilder text = new StringBuilder(feed.header());
        pieces.forEach(piece -> text.append(piece.text()));
        String name = "wave-%02d-%03d.%s".formatted(wave + 1, files.get(wave).size() + 1, feed.extension());
        return new DropFile(feed.agency(), feed.feed(), name, text.toString(), pieces.size());
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
