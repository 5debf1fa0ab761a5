package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.embedded.storage.ServerVersion;
import org.earlyhelp.hub.support.TestFolders;

/**
 * The programs of a PostgreSQL server that is not the hub's own: Debian's newest, else those that the hub brings along.
 *
 * @param folder  where {@code initdb} and {@code pg_ctl} lie
 * @param version as the server tells it: {@code 15.13 (Debian 15.13-0+deb12u1)}
 * @param without why these are not Debian's; null when they are
 */
record ServerPrograms(Path folder, String version, String without) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (([0-9]+).*)");
    /** What a council's server sorts by; the hub's own sorts by code points. */
    private static final List<String> COUNCILS_ORDER = List.of("--locale-provider=icu", "--icu-locale=en-GB", "--locale=C.UTF-8");
    private static Path unpacked;

    static ServerPrograms find() throws IOException {
        Optional<Path> newest = newestOfDebian();
        if (newest.isEmpty()) {
            return embedded("no PostgreSQL below " + DEBIAN + "; .ci/run installs it (postgresql)");
        }
        ServerPrograms found = of(newest.get(), null);
        return found.major() >= ServerVersion.LEAST ? found : embedded("Debian's PostgreSQL " + found.version + " is older than the " + ServerVersion.LEAST + " that the hub takes");
    }

    Path program(String name) {
        return folder.resolve(name);
    }

    int major() {
        return Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
    }

    /** What {@code initdb} is told of the order of texts: the hub must not need its own. */
    List<String> order() {
        return without == null ? COUNCILS_ORDER : List.of("--locale-provider=builtin", "--locale=C.UTF-8");
    }

    private static Optional<Path> newestOfDebian() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.filter(version -> version.getFileName().toString().matches("[0-9]+")).map(version -> version.resolve("bin"))
                    .filter(folder -> Files.isExecutable(folder.resolve("initdb"))).max(Comparator.comparing(folder -> Integer.parseInt(folder.getParent().getFileName().toString())));
        }
    }

    private static synchronized ServerPrograms embedded(String without) throws IOException {
        if (unpacked == null) {
            unpacked = TestFolders.fresh().toRealPath();
        }
        return of(PostgresPrograms.in(unpacked).program("postgres").getParent(), without);
    }

    private static ServerPrograms of(Path folder, String without) throws IOException {
        String said = new OsCommand(List.of(folder.resolve("postgres").toString(), "--version")).runIn(Path.of("/")).said();
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new IllegalStateException(folder + ": " + said);
        }
        return new ServerPrograms(folder, version.group(1), without);
    }
}
