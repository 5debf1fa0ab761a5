package org.earlyhelp.hub.intake.resend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every arrival of the last {@value #DAYS_KEPT} days, a line each, in the key folder: outside the database and its backups, so
 * that a database which was put back can be told what it has missed. Names no person and no file. Thread-safe.
 */
@Component
public class ArrivalJournal {
    static final String FILE = "arrivals.jsonl";
    static final int DAYS_KEPT = 90;
    /** Beyond so many lines the oldest are dropped, whatever their age. */
    static final int LINES_LIMIT = 400_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Path file;

    public ArrivalJournal(HubSettings settings) {
        this.file = settings.keyDir().resolve(FILE);
    }

    /** Adds arrivals; on the disk when it returns. */
    synchronized void add(Collection<LostFile> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        String text = lines(arrivals);
        try {
            PrivateFiles.append(file, endsWithinALine() ? "\n" + text : text);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of arrivals cannot be written", e);
        }
    }

    /** All arrivals in their order. A line that a crash cut off is left out: its arrival is still in the database. */
    synchronized List<LostFile> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(ArrivalJournal::parsed).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of arrivals cannot be read", e);
        }
    }

    /** Drops what is older than is kept. */
    synchronized void tidy(Instant now) {
        List<LostFile> all = read();
        Instant oldest = now.minus(Duration.ofDays(DAYS_KEPT));
        List<LostFile> kept = new ArrayList<>(all.stream().filter(one -> !one.receivedAt().isBefore(oldest)).toList());
        kept = kept.subList(Math.max(0, kept.size() - LINES_LIMIT), kept.size());
        if (kept.size() < all.size()) {
            replace(kept);
        }
    }

    /** Keeps the journal under another name: it is of a database that is no more, and nobody has put it back. */
    synchronized void setAside(Instant now) {
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling("arrivals-before-" + now.getEpochSecond() + ".jsonl"), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of arrivals cannot be set aside", e);
        }
    }

    private void replace(List<LostFile> kept) {
        try {
            PrivateFiles.write(file, lines(kept));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of arrivals cannot be written", e);
        }
    }

    /** A crash may have cut the last line off. */
    private boolean endsWithinALine() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return in.size() > 0 && in.read(last, in.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static String lines(Collection<LostFile> files) {
        return files.stream().map(one -> JSON.writeValueAsString(one) + "\n").collect(Collectors.joining());
    }

    private static Optional<LostFile> parsed(String line) {
        try {
            return Optional.of(JSON.readValue(line, LostFile.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
