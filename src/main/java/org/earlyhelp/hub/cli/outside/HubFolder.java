package org.earlyhelp.hub.cli.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.embedded.folder.Endpoints;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.canary.CanaryFile;
import org.springframework.util.FileSystemUtils;

/** All that belongs to one hub that a program starts for itself, below {@code root}: data, keys beside them, and what its processes said. */
public record HubFolder(Path root) {
    /** A new one among the temporary files. */
    public static HubFolder temporary(String purpose) throws IOException {
        return new HubFolder(Files.createTempDirectory("ehub-" + purpose + "-"));
    }

    /** Its HUB_DATA_DIR. */
    public Path data() {
        return root.resolve("data");
    }

    /** Its HUB_KEY_DIR. */
    public Path keys() {
        return root.resolve("data-keys");
    }

    /** Where the hub writes by which key its SFTP server is known. */
    public Path knownHosts() {
        return data().resolve("demo/known_hosts");
    }

    /** What all lives of the hub printed. */
    public Path output() {
        return root.resolve("output.log");
    }

    /** The endpoints that the process with that id has announced. */
    Optional<Endpoints> endpoints(long pid) {
        return Endpoints.of(data()).filter(endpoints -> endpoints.pid() == pid);
    }

    /** Whether an upload that was closed has not been dealt with: it lies in its lane until its delivery is decided. */
    public boolean hasUploadsWaiting() throws IOException {
        try (Stream<Path> files = Files.walk(new SftpFolders(data().resolve("sftp")).lanes())) {
            return files.anyMatch(file -> Files.isRegularFile(file) && CanaryFile.parse(file.getFileName().toString()).isEmpty());
        } catch (UncheckedIOException | NoSuchFileException e) {
            // A file left its lane while it was being looked at: work is going on.
            return true;
        }
    }

    /** Deletes it all. */
    public void remove() throws IOException {
        FileSystemUtils.deleteRecursively(root);
    }
}
