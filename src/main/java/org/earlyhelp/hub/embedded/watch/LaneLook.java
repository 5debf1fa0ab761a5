package org.earlyhelp.hub.embedded.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One lane as it lies on the disk.
 *
 * @param feed   agency and feed, with a stroke between them
 * @param files  uploads that wait to be pulled, at most {@value #COUNTED}
 * @param oldest since when the oldest of them waits, by the clock of the disk; null when there is none
 */
record LaneLook(String feed, long files, Instant oldest) {
    /** More are not counted: that many are an alarm in any case. */
    static final int COUNTED = 10_000;

    /** Every lane below that folder; none when there is no such folder. */
    static List<LaneLook> of(Path lanes) throws IOException {
        List<LaneLook> looks = new ArrayList<>();
        for (Path agency : folders(lanes)) {
            for (Path feed : folders(agency)) {
                looks.add(look(agency.getFileName() + "/" + feed.getFileName(), feed));
            }
        }
        return looks;
    }

    private static LaneLook look(String name, Path lane) throws IOException {
        long files = 0;
        Instant oldest = null;
        try (Stream<Path> entries = Files.list(lane)) {
            for (Path file : (Iterable<Path>) entries.limit(COUNTED)::iterator) {
                files++;
                oldest = older(oldest, file);
            }
        }
        return new LaneLook(name, files, oldest);
    }

    private static Instant older(Instant oldest, Path file) throws IOException {
        try {
            Instant time = Files.getLastModifiedTime(file).toInstant();
            return oldest == null || time.isBefore(oldest) ? time : oldest;
        } catch (NoSuchFileException e) {
            // Pulled meanwhile.
            return oldest;
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
