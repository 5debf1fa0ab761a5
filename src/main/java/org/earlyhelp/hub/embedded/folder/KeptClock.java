package org.earlyhelp.hub.embedded.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * The offset of the domain clock, kept in the data folder so that a restart goes on ticking where the samples' Monday
 * had got to, and does not tell one folder's stories by two clocks.
 *
 * @param start  the instant at which the clock was started
 * @param offset what is added to the machine's clock
 */
public record KeptClock(Instant start, Duration offset) {
    private static final String FILE = "clock";

    /** The clock that this folder already lives by. */
    public static Optional<KeptClock> in(Path dataDir) {
        Path file = dataDir.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new KeptClock(Instant.parse(lines.get(0)), Duration.parse(lines.get(1))));
        } catch (IOException | DateTimeException | IndexOutOfBoundsException e) {
            throw new StartFailure("The file " + file + " is damaged: it holds a start and an offset, a line each. Put it right or delete it.", e);
        }
    }

    /** The clock that was started at {@code start} on this folder, or one that starts there now and is kept. */
    public static KeptClock startedAt(Instant start, Path dataDir) throws IOException {
        Optional<KeptClock> kept = in(dataDir).filter(clock -> clock.start.equals(start));
        if (kept.isPresent()) {
            return kept.get();
        }
        KeptClock clock = new KeptClock(start, HubClock.offsetTo(start));
        PrivateFiles.write(dataDir.resolve(FILE), clock.start + "\n" + clock.offset + "\n");
        return clock;
    }

    /** A clock that goes on from there with the machine's. */
    public HubClock clock() {
        return HubClock.offsetBy(offset);
    }
}
