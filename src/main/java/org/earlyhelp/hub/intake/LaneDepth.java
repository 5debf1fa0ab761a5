package org.earlyhelp.hub.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in a lane and was not pulled yet, counted on the disk. No name and no content of a file is read.
 *
 * @param feed   agency and feed, with a stroke between them
 * @param files  uploads that wait to be pulled, at most {@value #COUNTED}
 * @param oldest since when the oldest of them waits, by the clock of the disk; null when there is none
 */
public record LaneDepth(String feed, long files, Instant oldest) {
    /** More are not counted: that many are an alarm in any case. */
    static final int COUNTED = 10_000;

    /** Every lane that there is; none before the first was made. */
    public static List<LaneDepth> all(SftpFolders folders) throws IOException {
        List<LaneDepth> lanes = new ArrayList<>();
        for (Path agency : within(folders.lanes())) {
            for (Path feed : within(agency)) {
                lanes.add(of(folders, agency.getFileName().toString(), feed.getFileName().toString()));
            }
        }
        return lanes;
    }

    /** The lane of a feed; an empty one where none is. */
    public static LaneDepth of(SftpFolders folders, String agency, String feed) throws IOException {
        Path lane = folders.lane(agency, feed);
        long files = 0;
        Instant oldest = null;
        if (Files.isDirectory(lane)) {
            try (Stream<Path> entries = Files.list(lane)) {
                for (Path file : (Iterable<Path>) entries.limit(COUNTED)::iterator) {
                    files++;
                    oldest = older(oldest, file);
                }
            }
        }
        return new LaneDepth(agency + "/" + feed, files, oldest);
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

    private static List<Path> within(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
