package org.earlyhelp.hub.cli.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.embedded.settings.StartSettings.External;

/** A PostgreSQL server of its own beside a hub, always on the same port, so that it can be killed and started again. Not thread-safe. */
public final class OutsideDatabase implements AutoCloseable {
    private static final long END_LIMIT_SECONDS = 30;
    private final PostgresServer server;

    private OutsideDatabase(PostgresServer server) {
        this.server = server;
    }

    /** Starts one that keeps its files below {@code folder}. Throws StartFailure. */
    public static OutsideDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            return new OutsideDatabase(PostgresServer.startOn(OwnPort.next(), folder.resolve("data"), KeyFolder.open(folder.resolve("keys")), line -> { }));
        } catch (IOException e) {
            throw new UncheckedIOException("the database server beside the hub cannot be started", e);
        }
    }

    /** What the hub is told of it. */
    public External address() {
        return new External(server.url(), server.userName(), server.password());
    }

    /** Ends all its processes as {@code kill -9} does. */
    public void kill() {
        kill(server);
    }

    /** Starts it where it was. */
    public void startAgain() {
        server.revive();
    }

    /** Ends all processes of a server as {@code kill -9} does. Does nothing when it is gone. */
    static void kill(PostgresServer server) {
        server.process().ifPresent(postmaster -> {
            List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)).orTimeout(END_LIMIT_SECONDS, TimeUnit.SECONDS).join();
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
