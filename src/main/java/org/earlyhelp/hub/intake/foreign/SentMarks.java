package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of one agency's files are on the foreign server, and in which state; kept on disk. Used by one thread at a time. */
final class SentMarks {
    private final Path folder;
    private final Map<String, String> states = new HashMap<>();
    private boolean loaded;

    SentMarks(Path folder) {
        this.folder = folder;
    }

    boolean isSent(String place, String state) throws IOException {
        load();
        return state.equals(states.get(place));
    }

    void note(String place, String state) throws IOException {
        Files.createDirectories(folder);
        // A mark that is lost or torn in a crash only sends the file once more.
        Path draft = Files.writeString(folder.resolve(".draft"), place + "\n" + state + "\n");
        Files.move(draft, folder.resolve(Durably.nameOf(place)), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        states.put(place, state);
    }

    void forget(String place) throws IOException {
        Files.deleteIfExists(folder.resolve(Durably.nameOf(place)));
        states.remove(place);
    }

    /** All places that are marked. */
    Set<String> places() throws IOException {
        load();
        return Set.copyOf(states.keySet());
    }

    private void load() throws IOException {
        if (loaded) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder)) {
                for (Path mark : marks) {
                    read(mark);
                }
            }
        }
        loaded = true;
    }

    private void read(Path mark) throws IOException {
        List<String> lines = Files.readAllLines(mark);
        if (lines.size() == 2 && mark.getFileName().toString().equals(Durably.nameOf(lines.get(0)))) {
            states.put(lines.get(0), lines.get(1));
        }
    }
}
