package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;

/**
 * Which upload a file on the foreign server is, kept on disk from before the file enters its lane until it is gone from
 * the server. So a file that is copied again after a crash is the same upload and has no second effect, while the same
 * content sent once more is a new one. One agency's; used by one thread at a time.
 */
final class Claims {
    private final Path folder;
    private final HubClock clock;

    Claims(Path folder, HubClock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The upload id of that file with that content; on disk when it returns. */
    String uploadOf(String place, Look look, String sha256) throws IOException {
        String state = look.bytes() + " " + look.modifiedSeconds() + " " + sha256;
        Path file = folder.resolve(Durably.nameOf(place));
        String[] claimed = Files.exists(file) ? Files.readString(file).split(" ", 2) : new String[0];
        if (claimed.length == 2 && claimed[1].equals(state)) {
            return claimed[0];
        }
        String upload = Ids.ulid(clock);
        Files.createDirectories(folder);
        Durably.place(Files.writeString(folder.resolve(".draft"), upload + " " + state), file);
        return upload;
    }

    /** The file is gone from the server: another of that name is another upload. */
    void release(String place) throws IOException {
        Files.deleteIfExists(folder.resolve(Durably.nameOf(place)));
    }

    /** Releases all files but those that the server still lists. */
    void keepOnly(Set<String> places) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> names = places.stream().map(Durably::nameOf).collect(Collectors.toSet());
        try (DirectoryStream<Path> claims = Files.newDirectoryStream(folder)) {
            for (Path claim : claims) {
                if (!names.contains(claim.getFileName().toString())) {
                    Files.delete(claim);
                }
            }
        }
    }
}
