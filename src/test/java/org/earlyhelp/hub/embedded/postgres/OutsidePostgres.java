package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.earlyhelp.hub.support.FreePort;
import org.earlyhelp.hub.support.RunbookBlock;

/**
 * A PostgreSQL server of somebody else, Debian's where it is installed, made as the runbook says: TLS alone for everybody, the hub's
 * role with a password and no more rights than it asks for. Comes back on its port after a kill. Not thread-safe.
 */
public final class OutsidePostgres implements AutoCloseable {
    private static final String OWNER = "postgres";
    private static final String HUB = "hub";
    private static final String PASSWORD = "kept outside the hub";
    private static final String RUNBOOK = "use-your-own-servers.md";
    private static final long END_LIMIT_SECONDS = 60;
    private final Path data;
    private final ServerUser user;
    private final ServerPrograms programs;
    private final Path certificate;
    private final int port = FreePort.find();

    private OutsidePostgres(Path data, ServerUser user, ServerPrograms programs, Path certificate) {
        this.data = data;
        this.certificate = certificate;
        this.user = user;
        this.programs = programs;
    }

    /** Makes a server in the folder with that certificate and key (PEM), and the hub's role and database; starts it. */
    public static OutsidePostgres start(Path folder, Path certificate, Path key) throws IOException {
        Path root = folder.toRealPath();
        ServerUser user = ServerUser.find(root);
        OutsidePostgres server = new OutsidePostgres(root.resolve("data"), user, ServerPrograms.find(), certificate.toRealPath());
        server.make(key);
        server.startAgain();
        OwnerScript script = OwnerScript.of(PASSWORD);
        OwnerScript.run(script.onServer(), server.url(OWNER), OWNER, PASSWORD);
        OwnerScript.run(script.inDatabase(), server.url(HUB), OWNER, PASSWORD);
        return server;
    }

    /** Brings it up again on its port with what it kept. */
    public void startAgain() {
        run("pg_ctl", List.of("start", "-w", "-s", "-t", "60", "-D", data.toString(), "-l", log().toString()));
    }

    /** Ends the server and everything that works for it as {@code kill -9} does. */
    public void kill() {
        postmaster().ifPresent(server -> {
            List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server)).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(OutsidePostgres::awaitEnd);
        });
    }

    /** Which PostgreSQL this is, in words. */
    public String version() {
        return "PostgreSQL " + programs.version() + (programs.without() == null ? "" : ", as the hub brings it along: " + programs.without());
    }

    /** Why this is not Debian's; empty when it is. */
    public Optional<String> withoutDebian() {
        return Optional.ofNullable(programs.without());
    }

    /** What the server wrote to its log. */
    public Path log() {
        return data.resolve("start.log");
    }

    /** Where the hub finds it; the certificate must fit the address and be known. */
    public String url() {
        return url(HUB);
    }

    public int port() {
        return port;
    }

    public String user() {
        return HUB;
    }

    public String password() {
        return PASSWORD;
    }

    /** What a hub must be told to work on it. */
    public Map<String, String> environment() {
        return Map.of("HUB_DB_URL", url(), "HUB_DB_USER", HUB, "HUB_DB_PASSWORD", PASSWORD);
    }

    @Override
    public void close() {
        if (postmaster().isPresent()) {
            run("pg_ctl", List.of("stop", "-w", "-s", "-m", "fast", "-D", data.toString()));
        }
    }

    private void make(Path key) throws IOException {
        Path first = data.resolveSibling("first-password");
        Files.writeString(first, PASSWORD);
        user.own(first);
        Files.createDirectories(data);
        user.own(data);
        List<String> words = new ArrayList<>(List.of("-D", data.toString(), "-U", OWNER, "--pwfile=" + first, "--auth=scram-sha-256", "--encoding=UTF8"));
        words.addAll(programs.order());
        run("initdb", words);
        Files.copy(certificate, data.resolve("server.crt"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(key, data.resolve("server.key"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        List<String> lines = new ArrayList<>(RunbookBlock.after(RUNBOOK, "In `pg_hba.conf`").stream().map(line -> line.replace("ADDRESS-OF-THE-HUB", "127.0.0.1/32")).toList());
        lines.add("hostssl all " + OWNER + " 127.0.0.1/32 scram-sha-256");
        Files.write(data.resolve("pg_hba.conf"), lines);
        Files.write(data.resolve("postgresql.conf"), RunbookBlock.after(RUNBOOK, "In `postgresql.conf`"), StandardOpenOption.APPEND);
        Files.writeString(data.resolve("postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                shared_buffers = 64MB
                """.formatted(port), StandardOpenOption.APPEND);
        user.own(data);
    }

    /** Full verification: the chain by the server's own certificate, and the address. */
    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=verify-full&sslrootcert=" + certificate;
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file) ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, List<String> arguments) {
        try {
            OsCommand.Outcome outcome = OsCommand.of(user.prefix(), programs.program(program), arguments).runIn(data.getParent());
            if (!outcome.done()) {
                throw new IllegalStateException(program + ": " + outcome.said() + (Files.exists(log()) ? Files.readString(log()) : ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(END_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("process " + process.pid() + " does not end", e);
        }
    }
}
