package org.earlyhelp.hub.intake.resend;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * {@code resend.csv} in an account's {@code /out/}: which of its files the hub needs once more, oldest first, each by its
 * receipt and SHA-256; the last line asks for whatever the hub cannot know of.
 */
final class ResendSheet {
    static final String FILE = "resend.csv";
    private static final String NAMED = "This file is not in the hub any more. Please send it again, in this order.";
    private static final String UNNAMED = "Please send again every file sent after this time. What the hub has already changes nothing.";

    private ResendSheet() {
    }

    /** {@code knownUntil} is null when there is no need to ask for more than the files. */
    static String text(List<LostFile> files, Instant knownUntil) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("feed", "received_at", "receipt", "bytes", "sha256", "what_to_do");
            for (LostFile file : files) {
                csv.writeRecord(file.feed(), file.receivedAt().toString(), file.receipt(), Long.toString(file.bytes()), file.sha256(), NAMED);
            }
            if (knownUntil != null) {
                csv.writeRecord("", knownUntil.toString(), "", "", "", UNNAMED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be written", e);
        }
        return text.toString();
    }

    /** Writes the sheet, whole or not at all; nothing happens when it says that already. */
    static void write(Path folder, String text) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return;
            }
            Files.createDirectories(folder);
            Path part = folder.resolve("." + FILE + ".part");
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be written", e);
        }
    }

    static void takeAway(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be deleted", e);
        }
    }
}
