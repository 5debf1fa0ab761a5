package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.settings.AnyPort;
import org.earlyhelp.hub.embedded.storage.DatabaseSetup;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * The hub's own PostgreSQL server: listens on loopback only, behind generated passwords kept in the key folder, on a
 * free port chosen anew at each start. Its files lie in {@code postgres} of the data folder. Thread-safe once started.
 */
public final class PostgresServer implements AutoCloseable {
    /** Who owns the server; used only to make the hub's role and database. */
    private static final String SUPERUSER = "postgres";
    /** The role and the database that the hub works with. */
    private static final String HUB = "hub";
    private static final String SUPERUSER_SECRET = "postgres-superuser";
    private static final String HUB_SECRET = "postgres-hub";
    private static final int START_LIMIT_SECONDS = 60;
    /** In {@code postmaster.pid}, from 0: PostgreSQL documents the file's lines in {@code miscadmin.h}. */
    private static final int PORT_LINE = 3;
    private final PostgresPlace place;
    private final Path data;
    private final KeyFolder keys;
    private int port;
    private boolean closed;

    private PostgresServer(PostgresPlace place, KeyFolder keys) {
        this.place = place;
        this.data = place.data();
        this.keys = keys;
    }

    /**
     * Starts the server on the data folder, making the database at the first start and clearing what an earlier hub left.
     * Lines for the operator go to {@code say}. Throws StartFailure when it cannot start.
     */
    public static PostgresServer start(Path dataDir, KeyFolder keys, Consumer<String> say) {
        return startOn(AnyPort.ofDatabase("127.0.0.1"), dataDir, keys, say);
    }

    /** The same on a port of the caller's choice. */
    public static PostgresServer startOn(int port, Path dataDir, KeyFolder keys, Consumer<String> say) {
        try {
            Files.createDirectories(PostgresPlace.folder(dataDir));
            PostgresServer server = new PostgresServer(PostgresPlace.of(dataDir, say), keys);
            server.port = port;
            server.start(say);
            return server;
        } catch (IOException e) {
            throw new StartFailure("The database could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * The server that a hub is running on the data folder, to be read beside it: never to be closed, since that would stop
     * that hub's database. Throws StartFailure when its address cannot be read.
     */
    public static PostgresServer running(Path dataDir, KeyFolder keys) {
        try {
            PostgresServer server = new PostgresServer(PostgresPlace.of(dataDir, line -> { }), keys);
            server.port = Integer.parseInt(Files.readAllLines(server.data.resolve("postmaster.pid")).get(PORT_LINE).strip());
            return server;
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new StartFailure("The database of the running hub could not be found: " + e.getMessage(), e);
        }
    }

    /** The JDBC address of the hub's database. */
    public String url() {
        return urlOf(HUB);
    }

    /** The role that the hub works as. */
    public String userName() {
        return HUB;
    }

    /** The password of that role. */
    public String password() {
        return keys.secret(HUB_SECRET);
    }

    /** The process that all others of the server belong to; empty when it is gone. */
    public Optional<ProcessHandle> process() {
        try {
            return new PostgresLeftover(data).server();
        } catch (IOException e) {
            throw new StartFailure("The database's pid file cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the server where it was when it has ended by itself, as after a full disk or a killed process; true when it had
     * to. Throws StartFailure when it cannot be started yet. Does nothing after {@link #close}.
     */
    public synchronized boolean revive() {
        if (closed || process().isPresent()) {
            return false;
        }
        try {
            launch();
            return true;
        } catch (IOException e) {
            throw new StartFailure("The database could not be started again: " + e.getMessage(), e);
        }
    }

    /** Stops the server in the fast way: everything committed is kept. Does nothing when it is already gone. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            new PostgresLeftover(data).clear();
        } catch (IOException e) {
            throw new StartFailure("The database could not be stopped: " + e.getMessage(), e);
        }
    }

    private void start(Consumer<String> say) throws IOException {
        if (Files.exists(data)) {
            if (new PostgresLeftover(data).clear()) {
                say.accept("Stopped the database server that an earlier run had left behind.");
            }
            // Only now: a server that still runs, as another user, must be able to write its last checkpoint.
            place.user().own(data);
        }
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            make();
        }
        refuseWithoutKeys();
        PostgresConfig.write(data, port);
        place.user().own(data.resolve("hub.conf"));
        launch();
        prepareDatabase();
    }

    private void launch() throws IOException {
        place.run("pg_ctl", List.of("start", "-w", "-s", "-t", Integer.toString(START_LIMIT_SECONDS), "-D", data.toString(), "-l", data.resolve("start.log").toString()));
    }

    /** Made beside and moved into place whole: an end half-way leaves nothing that looks like a database. */
    private void make() throws IOException {
        Path draft = data.resolveSibling("data-draft");
        new OsCommand(List.of("rm", "-rf", draft.toString())).runIn(data.getParent());
        PrivateFiles.folder(draft);
        Path passwordFile = data.resolveSibling("first-password");
        PrivateFiles.write(passwordFile, keys.secretOrNew(SUPERUSER_SECRET));
        try {
            place.user().own(draft);
            place.user().own(passwordFile);
            place.run("initdb", List.of("-D", draft.toString(), "-U", SUPERUSER, "--pwfile=" + passwordFile, "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        PostgresConfig.include(draft);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseWithoutKeys() {
        if (!keys.has(SUPERUSER_SECRET)) {
            throw new StartFailure("The database in " + data + " is there but its password in " + keys.folder()
                    + " is not: put the key folder back, or start on an empty data folder.");
        }
    }

    private void prepareDatabase() {
        String password = keys.secretOrNew(HUB_SECRET);
        if (!DatabaseSetup.opens(url(), HUB, password)) {
            DatabaseSetup.makeDatabase(urlOf(SUPERUSER), SUPERUSER, keys.secret(SUPERUSER_SECRET), HUB, password);
            DatabaseSetup.letClear(url(), SUPERUSER, keys.secret(SUPERUSER_SECRET), HUB);
        }
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
