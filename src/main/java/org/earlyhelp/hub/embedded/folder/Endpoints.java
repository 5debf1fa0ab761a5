package org.earlyhelp.hub.embedded.folder;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.earlyhelp.hub.kernel.PrivateFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a running hub can be reached: {@code endpoints.json} in its data folder, there only while the hub is ready. */
@JsonPropertyOrder({"http", "sftp", "broker", "pid"})
public record Endpoints(int http, int sftp, int broker, long pid) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The endpoints of the hub that runs on this folder; empty when none is ready. */
    public static Optional<Endpoints> of(Path dataDir) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file(dataDir)), Endpoints.class))
                    .filter(endpoints -> ProcessHandle.of(endpoints.pid()).isPresent());
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Takes the file away, first thing at a start and last thing before an end. */
    public static void withdraw(Path dataDir) throws IOException {
        Files.deleteIfExists(file(dataDir));
    }

    /** Announces that the hub is ready. */
    public void announce(Path dataDir) throws IOException {
        PrivateFiles.write(file(dataDir), JSON.writeValueAsString(this) + "\n");
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("endpoints.json");
    }
}
