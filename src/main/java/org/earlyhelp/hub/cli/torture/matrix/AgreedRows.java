package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.COUNCIL;
import static org.earlyhelp.hub.cli.torture.matrix.Made.HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.INVOLVEMENTS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.day;
import static org.earlyhelp.hub.cli.torture.matrix.Made.involvement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.springframework.util.FileSystemUtils;

/** Faults that only a feed notices which has agreed how they show: a checksum, a trailer, a zip, a share of bad rows. */
final class AgreedRows {
    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-19");
    private static final int ROWS = 100;
    private static final int BOMB_MEGABYTES = 64;

    private AgreedRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.slow("F8", "a bit flips on the way", AgreedRows::flippedBit),
                Row.slow("F9", "a trailer count is wrong", AgreedRows::wrongTrailer),
                Row.slow("F17", "30% bad rows", AgreedRows::manyBad),
                Row.slow("F18", "a zip bomb, a zip in a zip, a name that leads out of it", AgreedRows::zips));
    }

    private static List<Finding> flippedBit(Place place) throws Exception {
        try (Bench hub = agreed(place, "agreements/" + COUNCIL + ".yaml", "lane: bulk,", "lane: bulk, files: {checksum: true},")) {
            String sent = INVOLVEMENT_HEADER + involvement("F8-1", child("flipped"), "");
            byte[] flipped = sent.getBytes(StandardCharsets.UTF_8);
            flipped[flipped.length - 20] ^= 1;
            hub.send(COUNCIL, INVOLVEMENTS, "f8.csv.sha256", HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent.getBytes(StandardCharsets.UTF_8))));
            Answer bad = hub.send(COUNCIL, INVOLVEMENTS, "f8.csv", flipped);
            Answer good = hub.send(COUNCIL, INVOLVEMENTS, "f8.csv", sent);
            return List.of(Finding.that("the file is refused for its checksum", bad.inShort().equals("REJECTED 0/0/0 HASH_MISMATCH"), bad),
                    Finding.that("as it was it is taken", good.inShort().equals("ACCEPTED 1/0/0"), good));
        }
    }

    private static List<Finding> wrongTrailer(Place place) throws Exception {
        try (Bench hub = mapped(place, "trailer: \"TRAILER,{count}\"")) {
            String rows = HEADER + day(child("trailer"), THURSDAY) + day(child("second"), THURSDAY);
            Answer wrong = hub.send(SCHOOLS, ATTENDANCE, "f9.csv", rows + "TRAILER,3\n");
            Answer none = hub.send(SCHOOLS, ATTENDANCE, "f9-none.csv", rows);
            Answer right = hub.send(SCHOOLS, ATTENDANCE, "f9-right.csv", rows + "TRAILER,2\n");
            return List.of(Finding.that("the file is refused and both counts are told", wrong.inShort().equals("REJECTED 0/0/0 TRAILER_MISMATCH") && wrong.words().contains("3")
                    && wrong.words().contains("2"), wrong), Finding.that("without a trailer too", none.stage().equals("REJECTED"), none),
                    Finding.that("with the right one it is taken", right.inShort().equals("ACCEPTED 2/0/0"), right));
        }
    }

    private static List<Finding> manyBad(Place place) throws Exception {
        try (Bench hub = mapped(place, "rejectFileAtBadShare: 0.3")) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int i = 0; i < ROWS; i++) {
                text.append(day(child("share" + i), THURSDAY, i % 10 < 3 ? "@" : "/", "\\"));
            }
            Answer bad = hub.send(SCHOOLS, ATTENDANCE, "f17.csv", text.toString());
            Answer mended = hub.send(SCHOOLS, ATTENDANCE, "f17-mended.csv", text.toString().replace(",@,", ",/,"));
            return List.of(Finding.that("the file is refused whole", bad.stage().equals("REJECTED") && bad.accepted() == 0, bad),
                    Finding.that("mended it is taken", mended.inShort().equals("ACCEPTED " + ROWS + "/0/0"), mended));
        }
    }

    private static List<Finding> zips(Place place) throws Exception {
        try (Bench hub = agreed(place, "agreements/" + SCHOOLS + ".yaml", "lane: bulk,", "lane: bulk, files: {zip: true},")) {
            byte[] rows = (HEADER + day(child("zipped"), THURSDAY)).getBytes(StandardCharsets.UTF_8);
            List<String> answers = List.of(hub.send(SCHOOLS, ATTENDANCE, "f18-bomb.zip", zip("a.csv", new byte[BOMB_MEGABYTES << 20])).stage(),
                    hub.send(SCHOOLS, ATTENDANCE, "f18-nested.zip", zip("a.zip", zip("a.csv", rows))).stage(),
                    hub.send(SCHOOLS, ATTENDANCE, "f18-slip.zip", zip("../../a.csv", rows)).stage(), hub.send(SCHOOLS, ATTENDANCE, "f18.zip", zip("a.csv", rows)).stage());
            return List.of(Finding.same("the three are refused, a plain zip is taken", List.of("REJECTED", "REJECTED", "REJECTED", "ACCEPTED"), answers),
                    Finding.that("nothing was written outside", !Files.exists(hub.folder().data().resolve("a.csv")), "a.csv"));
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** A hub whose council has agreed otherwise in one place of one file. */
    private static Bench agreed(Place place, String file, String instead, String of) throws IOException {
        return place.start(Surroundings.of(Map.of("HUB_CONFIG_DIR", config(place, file, instead, of).toString())));
    }

    /** The council's files with one of them changed in one place. */
    static Path config(Place place, String file, String instead, String of) throws IOException {
        Path config = config(place);
        String text = Files.readString(config.resolve(file));
        if (!text.contains(instead)) {
            throw new IOException(file + " has no " + instead);
        }
        Files.writeString(config.resolve(file), text.replace(instead, of));
        return config;
    }

    /** A hub whose mapping of attendance has one more line. */
    private static Bench mapped(Place place, String line) throws IOException {
        Path config = config(place);
        Files.writeString(config.resolve("mappings/school-attendance.yaml"), "\n" + line + "\n", StandardOpenOption.APPEND);
        return place.start(Surroundings.of(Map.of("HUB_CONFIG_DIR", config.toString())));
    }

    private static Path config(Place place) throws IOException {
        Path config = place.root().resolve("config");
        for (String folder : List.of("routes", "mappings", "rules", "agreements")) {
            FileSystemUtils.copyRecursively(Path.of(System.getProperty("ehub.home", "."), folder), config.resolve(folder));
        }
        return config;
    }
}
