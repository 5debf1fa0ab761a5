package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The machine's clock as one program sees it, moved by libfaketime while that program runs. */
final class MachineClock {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";
    private final Path library;
    private final Path offset;

    private MachineClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /** One that goes right until it is set. Throws NotHere where libfaketime is not installed. */
    static MachineClock below(Path folder) throws IOException, NotHere {
        try (Stream<Path> platforms = Files.list(LIBRARIES)) {
            Path library = platforms.map(platform -> platform.resolve(LIBRARY)).filter(Files::isReadable).findFirst()
                    .orElseThrow(() -> new NotHere("it needs libfaketime (Debian: libfaketime), which is not installed"));
            MachineClock clock = new MachineClock(library, Files.createDirectories(folder).resolve("clock-offset"));
            clock.set("+0");
            return clock;
        }
    }

    /** Moves it so far from the true time, such as {@code +2h} or {@code -1d}: seen within a second. */
    void set(String wanted) throws IOException {
        Files.writeString(offset, wanted + "\n");
    }

    /** What starts a program under this clock; how long things take it sees as ever. */
    List<String> wrapper() {
        return List.of("env", "LD_PRELOAD=" + library, "FAKETIME_TIMESTAMP_FILE=" + offset, "FAKETIME_CACHE_DURATION=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", "DONT_FAKE_MONOTONIC=1");
    }
}
