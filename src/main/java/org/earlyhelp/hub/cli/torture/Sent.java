package org.earlyhelp.hub.cli.torture;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of one generated file, read as simply as can be.
 *
 * @param header what begins every file of the layout; may be empty
 */
record Sent(String agency, String feed, String header, List<Piece> pieces) {
    static final String ATTENDANCE = "school-attendance";
    static final String INVOLVEMENTS = "open-involvements";
    private static final String HEALTH = "health-visiting";
    private static final int MSH_CONTROL_ID = 9;
    private static final DateTimeFormatter UK_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One record as it stands in the file, line end included, and the sender's own reference. */
    record Piece(String reference, String text) {
    }

    /** Reads a file below {@code OUT/feeds/<agency>/<feed>/}. */
    static Sent read(Path file) throws IOException {
        String feed = file.getParent().getFileName().toString();
        String agency = file.getParent().getParent().getFileName().toString();
        String text = Files.readString(file);
        return switch (feed) {
            case ATTENDANCE -> table(agency, feed, text, Sent::pupil);
            case INVOLVEMENTS -> table(agency, feed, text, row -> row.getField("Case Ref"));
            case HEALTH -> new Sent(agency, feed, "", messages(text));
            default -> new Sent(agency, feed, "", text.lines().map(Sent::notice).toList());
        };
    }

    String extension() {
        return feed.equals(HEALTH) ? "hl7" : header.isEmpty() ? "json" : "csv";
    }

    /** The generator puts no line ends into cells. */
    private static Sent table(String agency, String feed, String text, Function<NamedCsvRecord, String> reference) {
        List<String> lines = text.lines().toList();
        List<Piece> pieces = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
            pieces.add(new Piece(reference.apply(row), lines.get((int) row.getStartingLineNumber() - 1) + "\n"));
        }
        return new Sent(agency, feed, lines.get(0) + "\n", pieces);
    }

    private static String pupil(NamedCsvRecord row) {
        String upn = row.getField("UPN");
        if (!upn.isEmpty()) {
            return row.getField("URN") + "/" + upn;
        }
        String born = row.getField("DOB");
        return String.join("/", row.getField("URN"), row.getField("Legal Surname"), row.getField("Legal Forename"),
                born.isEmpty() ? "" : LocalDate.parse(born, UK_DAY).toString());
    }

    private static Piece notice(String line) {
        JsonNode notice = JSON.readTree(line);
        return new Piece(notice.path("noticeRef").asString(notice.path("referralRef").asString("")), line + "\n");
    }

    private static List<Piece> messages(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String message : text.split("(?=MSH\\|)")) {
            pieces.add(new Piece(message.split("\\|", MSH_CONTROL_ID + 2)[MSH_CONTROL_ID], message));
        }
        return pieces;
    }
}
