package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * A database server that outlived its hub, as after {@code kill -9}. It is found by its pid file, believed only when the
 * process with that id really works in this data folder, and stopped so that the new hub starts from a clean state.
 */
final class PostgresLeftover {
    private static final long FAST_STOP_SECONDS = 60;
    private static final long IMMEDIATE_STOP_SECONDS = 10;
    private final Path data;

    PostgresLeftover(Path data) {
        this.data = data;
    }

    /** Stops what is left; true when there was something. The caller holds the data folder's lock. */
    boolean clear() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        Optional<ProcessHandle> named = named(pidFile);
        if (named.isPresent() && isServer(named.get())) {
            stop(named.get());
            return true;
        }
        if (named.isPresent() && ProcessHandle.allProcesses().noneMatch(this::isServer)) {
            // The number now belongs to someone else's process, and PostgreSQL would refuse to start because of it.
            Files.delete(pidFile);
        }
        return false;
    }

    /** The server that works in this data folder now; empty when there is none. */
    Optional<ProcessHandle> server() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        return Files.exists(pidFile) ? named(pidFile).filter(this::isServer) : Optional.empty();
    }

    /** Ends a server in the fast way: running statements are broken off, everything committed is kept. */
    void stop(ProcessHandle server) throws IOException {
        signal(server, "-INT");
        if (!ended(server, FAST_STOP_SECONDS)) {
            signal(server, "-QUIT");
            if (!ended(server, IMMEDIATE_STOP_SECONDS)) {
                throw new StartFailure("The database server of an earlier run (process " + server.pid() + ") does not stop: end it, then start again.");
            }
        }
    }

    private boolean isServer(ProcessHandle process) {
        Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.exists(Path.of("/proc/self")) ? Files.readSymbolicLink(workingFolder).equals(data.toRealPath())
                    : process.info().commandLine().orElse("").contains(data.toString());
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void signal(ProcessHandle server, String signal) throws IOException {
        new OsCommand(List.of("kill", signal, Long.toString(server.pid()))).runIn(Path.of("/"));
    }

    private static boolean ended(ProcessHandle server, long seconds) {
        try {
            server.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !server.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
