package org.earlyhelp.hub.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.storage.DurabilityCheck;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.support.ChildJava;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresServerTests {
    @TempDir
    private static Path programs;
    @TempDir
    private Path root;
    private KeyFolder keys;
    private final List<String> said = new ArrayList<>();
    private final List<PostgresServer> servers = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        keys = KeyFolder.open(root.resolve("keys"));
        shareUnpackedPrograms(root.resolve("data"));
    }

    @AfterEach
    void stop() throws IOException {
        servers.forEach(PostgresServer::close);
        if (Files.exists(pidFile())) {
            new PostgresLeftover(root.resolve("data/postgres/data")).clear();
        }
    }

    @Test
    void keepsDataOverARestart() {
        write(start(), "kept");
        servers.get(0).close();

        assertThat(read(start())).containsExactly("kept");
        assertThat(said).isEmpty();
    }

    @Test
    void asksForAPasswordFromTheStart() {
        PostgresServer server = start();

        for (String user : List.of("hub", "postgres")) {
            for (String password : List.of("", "postgres", "guess")) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> new DriverManagerDataSource(server.url(), user, password).getConnection().close());
            }
        }
    }

    @Test
    void givesTheHubItsSchemaAndNothingMore() {
        JdbcClient sql = client(start());

        assertThat(sql.sql("SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user").query(Boolean.class).single()).isFalse();
        assertThat(sql.sql("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()").query(String.class).single()).isEqualTo("hub");
        assertThat(sql.sql("SHOW listen_addresses").query(String.class).single()).isEqualTo("127.0.0.1");
    }

    @Test
    void isDurableAndRefusesToBeLess() {
        PostgresServer server = start();
        DurabilityCheck.require(source(server));

        client(server).sql("ALTER ROLE hub SET synchronous_commit = off").update();

        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> DurabilityCheck.require(source(server)))
                .withMessageContaining("synchronous_commit = off");
    }

    @Test
    void logsNoStatementAndNoDetailOfAFailure() throws IOException {
        PostgresServer server = start();
        write(server, "kept");

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> client(server).sql("INSERT INTO note VALUES ('hush-hush'), ('hush-hush')").update());
        server.close();

        try (var logs = Files.walk(root.resolve("data/postgres/data/log"))) {
            List<String> lines = logs.filter(Files::isRegularFile).flatMap(PostgresServerTests::lines).toList();
            assertThat(lines).anyMatch(line -> line.contains("duplicate key")).noneMatch(line -> line.contains("hush"));
        }
    }

    @Test
    void stopsWhatAKilledHubLeft() {
        long left;
        try (ChildJava hub = ChildJava.start(PostgresProbe.class, Map.of(), root.toString())) {
            hub.await("up ");
            left = serverPid();
            hub.kill();
        }
        assertThat(ProcessHandle.of(left)).isPresent();

        write(start(), "works");

        assertThat(said).containsExactly("Stopped the database server that an earlier run had left behind.");
        assertThat(ProcessHandle.of(left)).isEmpty();
    }

    @Test
    void startsAgainWhereItWasWhenItIsKilled() {
        PostgresServer server = start();
        write(server, "kept");
        String url = server.url();
        ProcessHandle postmaster = server.process().orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());

        assertThat(server.revive()).isTrue();
        assertThat(server.revive()).isFalse();

        assertThat(server.url()).isEqualTo(url);
        assertThat(read(server)).containsExactly("kept");
    }

    @Test
    void staysDownOnceItWasStopped() {
        PostgresServer server = start();
        server.close();

        assertThat(server.revive()).isFalse();
        assertThat(server.process()).isEmpty();
    }

    @Test
    void startsThoughAnotherProcessHasTheOldNumber() throws IOException {
        write(start(), "kept");
        servers.get(0).close();
        Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n" + root.resolve("data/postgres/data") + "\n1\n1\n\n127.0.0.1\n\nready\n");

        assertThat(read(start())).containsExactly("kept");
        assertThat(said).isEmpty();
    }

    @Test
    void twoRunSideBySide() throws IOException {
        PostgresServer first = start();
        shareUnpackedPrograms(root.resolve("other"));
        PostgresServer second = PostgresServer.start(root.resolve("other"), KeyFolder.open(root.resolve("other-keys")), said::add);
        servers.add(second);

        write(first, "first");
        write(second, "second");

        assertThat(read(first)).containsExactly("first");
        assertThat(read(second)).containsExactly("second");
    }

    @Test
    void saysThatTheKeysAreMissing() throws IOException {
        start().close();
        Files.delete(root.resolve("keys/postgres-superuser"));

        assertThatExceptionOfType(StartFailure.class).isThrownBy(this::start).withMessageContaining("put the key folder back");
    }

    @Test
    void stepsDownWhereNamespacesAreRefused() throws IOException {
        assumeThat(isRoot()).as("steps down from root only").isTrue();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));

        try (ChildJava hub = startWithStubs("unshare")) {
            hub.await("up ");

            assertThat(Files.getAttribute(Path.of("/proc/" + serverPid()), "unix:uid")).isNotEqualTo(0);
        }
        assertThat(read(startAfterwards())).isEmpty();
    }

    @Test
    void goesElsewhereWhereItCannotReachTheFolder() throws IOException {
        assumeThat(isRoot()).as("steps down from root only").isTrue();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        Path place = null;

        try (ChildJava hub = startWithStubs("unshare", "setpriv")) {
            place = Path.of(hub.await("say The database cannot be reached below ").replaceFirst(".* it is kept in (.*)\\.", "$1"));
            hub.await("up ");

            assertThat(place.resolve("data/PG_VERSION")).exists();
        } finally {
            new PostgresLeftover(place.resolve("data")).clear();
            new OsCommand(List.of("rm", "-r", place.toString())).runIn(root);
        }
    }

    /** Unpacked once for all of these tests. */
    private static void shareUnpackedPrograms(Path dataDir) throws IOException {
        PostgresPrograms.in(programs);
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(Files.createDirectories(dataDir.resolve("postgres")).resolve("programs"), programs);
    }

    private PostgresServer startAfterwards() {
        PostgresServer server = start();
        client(server).sql("CREATE TABLE note (text text PRIMARY KEY)").update();
        return server;
    }

    private PostgresServer start() {
        PostgresServer server = PostgresServer.start(root.resolve("data"), keys, said::add);
        servers.add(server);
        return server;
    }

    /** A child whose {@code unshare} always refuses and whose {@code setpriv} refuses to hand on capabilities. */
    private ChildJava startWithStubs(String... programs) throws IOException {
        Path stubs = Files.createDirectories(root.resolve("stubs"));
        for (String program : programs) {
            String script = program.equals("setpriv")
                    ? "#!/bin/sh\ncase \"$*\" in *ambient*) exit 1;; esac\nexec /usr/bin/setpriv \"$@\"\n"
                    : "#!/bin/sh\necho \"unshare: unshare failed: Operation not permitted\" >&2\nexit 1\n";
            Files.writeString(stubs.resolve(program), script);
            Files.setPosixFilePermissions(stubs.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return ChildJava.start(PostgresProbe.class, Map.of("PATH", stubs + ":" + System.getenv("PATH")), root.toString());
    }

    private Path pidFile() {
        return root.resolve("data/postgres/data/postmaster.pid");
    }

    private long serverPid() {
        return Long.parseLong(lines(pidFile()).findFirst().orElseThrow());
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static void write(PostgresServer server, String text) {
        client(server).sql("CREATE TABLE note (text text PRIMARY KEY)").update();
        client(server).sql("INSERT INTO note VALUES (?)").param(text).update();
    }

    private static List<String> read(PostgresServer server) {
        return client(server).sql("SELECT text FROM note").query(String.class).list();
    }

    private static JdbcClient client(PostgresServer server) {
        return JdbcClient.create(source(server));
    }

    private static DriverManagerDataSource source(PostgresServer server) {
        return new DriverManagerDataSource(server.url(), server.userName(), server.password());
    }
}
