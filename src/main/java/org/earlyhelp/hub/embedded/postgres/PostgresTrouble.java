package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Why PostgreSQL did not start, in its own words. */
final class PostgresTrouble {
    private PostgresTrouble() {
    }

    /** pg_ctl only says that it failed; the server's own words are in its start log, and once it has got so far in its daily log. */
    static String plain(Path data, OsCommand.Outcome outcome) throws IOException {
        return lastFatal(newestDailyLog(data)).or(() -> lastFatal(Optional.of(data.resolve("start.log")))).orElseGet(outcome::lastLine);
    }

    private static Optional<Path> newestDailyLog(Path data) throws IOException {
        Path folder = data.resolve("log");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> days = Files.list(folder)) {
            return days.max(Comparator.comparingLong(day -> day.toFile().lastModified()));
        }
    }

    private static Optional<String> lastFatal(Optional<Path> log) {
        try {
            return log.isEmpty() || !Files.exists(log.get()) ? Optional.empty()
                    : Files.readAllLines(log.get()).stream().filter(line -> line.contains("FATAL") || line.contains("PANIC")).reduce((first, last) -> last);
        } catch (IOException e) {
            // The reason is a courtesy; that the start failed is told in any case.
            return Optional.empty();
        }
    }
}
