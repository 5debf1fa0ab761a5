package org.earlyhelp.hub.rights.erase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.earlyhelp.hub.intake.KeyedMarks;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of erasures outside the database, in the key folder: a database restored from before an erasure learns from it
 * whom to forget again. Holds keyed hashes of references, no reference. A line is on the disk before its erasure begins.
 * Thread-safe.
 */
@Component
public class ErasureLedger {
    static final String FILE = "erasures.jsonl";
    private static final String CHECK = "the ledger's own key";
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Path file;
    private final KeyedMarks marks;

    /**
     * One erasure.
     *
     * @param check  the mark that shows under which key the line was written
     * @param people marks of every reference of the people
     * @param at     people made later are others, even under the same reference
     */
    public record Line(String erasure, Instant at, List<String> by, List<String> people, String check) {
    }

    ErasureLedger(HubSettings settings, KeyedMarks marks) {
        this.file = settings.keyDir().resolve(FILE);
        this.marks = marks;
    }

    /** Adds an erasure, and returns once it is on the disk. Nothing happens when the same is there. */
    public synchronized void add(String erasure, Collection<String> refs, List<String> by, Instant at) {
        List<String> people = refs.stream().map(this::mark).sorted().toList();
        if (lines().stream().anyMatch(line -> line.erasure().equals(erasure) && line.people().equals(people))) {
            return;
        }
        byte[] text = (JSON.writeValueAsString(new Line(erasure, at, by, people, mark(CHECK))) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(wholeLines());
            channel.position(channel.size());
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger of erasures cannot be written", e);
        }
    }

    /**
     * All erasures in their order. A line that a crash cut off is none: its erasure had not begun.
     *
     * @throws StartFailure when the ledger was written under another key, so that nobody could be found by it
     */
    public synchronized List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        List<String> texts = read();
        for (int i = 0; i < texts.size(); i++) {
            try {
                lines.add(JSON.readValue(texts.get(i), Line.class));
            } catch (JacksonException e) {
                if (i < texts.size() - 1) {
                    throw new StartFailure(FILE + " line " + (i + 1) + " in the key folder cannot be read: put the file back from its backup");
                }
            }
        }
        String check = mark(CHECK);
        if (lines.stream().anyMatch(line -> !line.check().equals(check))) {
            throw new StartFailure(FILE + " in the key folder was written under another erasure.key: put that key back, or restored people stay unknown");
        }
        return lines;
    }

    /** Bytes up to the last line's end: what a crash cut off behind it is overwritten. */
    private long wholeLines() throws IOException {
        byte[] all = Files.readAllBytes(file);
        int length = all.length;
        while (length > 0 && all[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private List<String> read() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger of erasures cannot be read", e);
        }
    }

    /** The mark by which a line names that reference. */
    String mark(String ref) {
        return HexFormat.of().formatHex(marks.of("ledger", ref));
    }
}
