package org.earlyhelp.hub.intake.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.PublishedFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only writer of an agency's receipts folder. Everything is derived from the database, so that writing again after a
 * crash gives the same files; each file appears whole or not at all. Thread-safe.
 */
@Component
public class ReceiptWriter {
    /** Receipts stay so long. */
    public static final Period KEPT = Period.ofDays(90);
    /** So many errors stand in the error list beside a receipt. */
    public static final int LISTED_ERRORS_LIMIT = 10_000;
    /** So many of the newest receipts stand in the index. */
    public static final int INDEX_LIMIT = 10_000;
    private static final int NAME_LIMIT_CHARACTERS = 100;
    private static final Pattern RECEIPT_FILE = Pattern.compile(".*\\.R-([0-9]{8})-[0-9A-Z]{6}\\.(receipt\\.json|receipt\\.txt|errors\\.csv)");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final SftpFolders folders;
    private final DeliveryLists deliveries;
    private final HubClock clock;
    private final ConcurrentMap<String, Object> indexes = new ConcurrentHashMap<>();

    public ReceiptWriter(SftpFolders folders, DeliveryLists deliveries, HubClock clock) {
        this.folders = folders;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Writes the receipt of a delivery as it stands, and the index once it is decided. */
    public void write(Delivery delivery) {
        List<DeliveryError> errors = deliveries.errorsOf(delivery.id(), LISTED_ERRORS_LIMIT);
        long faults = delivery.counts().rejected() + delivery.counts().warnings();
        boolean more = errors.size() == LISTED_ERRORS_LIMIT && faults > LISTED_ERRORS_LIMIT;
        String name = safeName(delivery.fileName()) + "." + delivery.receipt();
        Path folder = folders.receipts(delivery.account().toString());
        put(folder.resolve(name + ".receipt.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Receipt.of(delivery, errors, more)));
        put(folder.resolve(name + ".receipt.txt"), PlainReceipt.of(delivery, errors));
        if (!errors.isEmpty()) {
            put(folder.resolve(name + ".errors.csv"), errorList(errors));
        }
        if (delivery.stage().isDecided()) {
            writeIndex(delivery.account());
        }
    }

    /** Deletes receipts older than {@link #KEPT} of that account; returns how many files went. */
    public int forgetOld(String account) {
        LocalDate oldest = clock.today().minus(KEPT);
        try (Stream<Path> files = Files.list(folders.receipts(account))) {
            List<Path> old = files.filter(file -> isOlder(file.getFileName().toString(), oldest)).toList();
            for (Path file : old) {
                Files.delete(file);
            }
            return old.size();
        } catch (IOException e) {
            throw new UncheckedIOException("old receipts of " + account + " cannot be deleted", e);
        }
    }

    /** The sender's file name without anything that a file system or a shell could take for more than a name. */
    static String safeName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]", "_");
        return plain.isEmpty() ? "_" : plain.substring(0, Math.min(NAME_LIMIT_CHARACTERS, plain.length()));
    }

    private static boolean isOlder(String fileName, LocalDate oldest) {
        Matcher receipt = RECEIPT_FILE.matcher(fileName);
        return receipt.matches() && LocalDate.parse(receipt.group(1), DateTimeFormatter.BASIC_ISO_DATE).isBefore(oldest);
    }

    private static String errorList(List<DeliveryError> errors) {
        return SafeCsv.of(List.of("line", "record", "field", "code", "severity", "message", "fix"),
                errors.stream().map(error -> List.of(place(error.line()), place(error.record()), text(error.field()), error.code(),
                        error.warning() ? "warning" : "error", error.message(), text(error.fix()))).toList());
    }

    /** One account's index at a time, so that nobody's answer waits for that of another who sends very much. */
    private void writeIndex(AccountName account) {
        synchronized (indexes.computeIfAbsent(account.toString(), none -> new Object())) {
            put(folders.receipts(account.toString()).resolve("index.csv"), index(account));
        }
    }

    private String index(AccountName account) {
        List<Delivery> listed = deliveries.since(account, London.startOf(clock.today().minus(KEPT)), INDEX_LIMIT);
        return SafeCsv.of(List.of("receipt", "file", "feed", "test", "stage", "received_at", "decided_at", "records", "accepted", "unchanged", "rejected", "warnings", "duplicate_of"),
                listed.stream().map(ReceiptWriter::indexLine).toList());
    }

    private static List<String> indexLine(Delivery delivery) {
        return List.of(delivery.receipt(), delivery.fileName(), delivery.feed(), delivery.test() ? "yes" : "no", delivery.stage().name(),
                delivery.receivedAt().toString(), delivery.decidedAt() == null ? "" : delivery.decidedAt().toString(),
                String.valueOf(delivery.counts().records()), String.valueOf(delivery.counts().accepted()),
                String.valueOf(delivery.counts().unchanged()), String.valueOf(delivery.counts().rejected()),
                String.valueOf(delivery.counts().warnings()), text(delivery.duplicateOf()));
    }

    private void put(Path file, String content) {
        PublishedFile.put(folders, file, content.getBytes(StandardCharsets.UTF_8), clock);
    }

    private static String place(long place) {
        return place == 0 ? "" : String.valueOf(place);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
