package org.earlyhelp.hub.web.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.SftpFolders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what lies in the lane of a feed and was not pulled yet. Reads no name and no content. */
@Component
class LaneLook {
    private final ObjectProvider<SftpFolders> folders;

    LaneLook(ObjectProvider<SftpFolders> folders) {
        this.folders = folders;
    }

    /** {@code oldest} is null when nothing lies there. */
    record Depth(int files, Instant oldest) {
    }

    Depth of(String agency, String feed) {
        SftpFolders known = folders.getIfAvailable();
        Path lane = known == null ? null : known.lane(agency, feed);
        if (lane == null || !Files.isDirectory(lane)) {
            return new Depth(0, null);
        }
        try (Stream<Path> files = Files.list(lane)) {
            List<Instant> since = files.map(LaneLook::since).flatMap(Optional::stream).toList();
            return new Depth(since.size(), since.stream().min(Comparator.naturalOrder()).orElse(null));
        } catch (IOException e) {
            return new Depth(0, null);
        }
    }

    /** Empty for a file that was taken in between. */
    private static Optional<Instant> since(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.getLastModifiedTime(file).toInstant()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
