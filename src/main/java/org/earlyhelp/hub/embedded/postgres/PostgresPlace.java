package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * Where a hub's database lies, and who may touch it there.
 *
 * @param data what PostgreSQL calls its data directory; it need not be there yet
 * @param user whose files they are
 */
record PostgresPlace(Path data, ServerUser user, PostgresPrograms programs) {
    /** Where the database goes when its unprivileged user cannot enter the data folder. */
    private static final Path SYSTEM_FOLDER = Path.of("/var/lib/early-help-hub");

    /** The part of the data folder that is the database's. */
    static Path folder(Path dataDir) {
        return dataDir.resolve("postgres");
    }

    /** The place that belongs to the data folder, whose part for the database is there; where it lies elsewhere, {@code say} hears of it. */
    static PostgresPlace of(Path dataDir, Consumer<String> say) throws IOException {
        Path folder = folder(dataDir);
        ServerUser user = ServerUser.find(folder);
        Path place = user.reaches() ? folder : elsewhere(folder, say);
        return new PostgresPlace(place.resolve("data"), user, PostgresPrograms.in(place.resolve("programs")));
    }

    /** Runs one of PostgreSQL's programs to its end. Throws StartFailure with the program's reason when it fails. */
    void run(String program, List<String> arguments) throws IOException {
        OsCommand.Outcome outcome = OsCommand.of(user.prefix(), programs.program(program), arguments).runIn(data.getParent());
        if (!outcome.done()) {
            throw new StartFailure("The database could not be started: " + PostgresTrouble.plain(data, outcome));
        }
    }

    private static Path elsewhere(Path folder, Consumer<String> say) throws IOException {
        Path place = SYSTEM_FOLDER.resolve(folder.getParent().getFileName() + "-" + digest(folder.toRealPath().toString()));
        Files.createDirectories(place);
        say.accept("The database cannot be reached below " + folder.getParent() + " by its unprivileged user: it is kept in " + place + ".");
        return place;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
