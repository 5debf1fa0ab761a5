package org.earlyhelp.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.embedded.folder.Endpoints;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.intake.SampleText;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.support.ChildJava;
import org.earlyhelp.hub.support.ForeignSftpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application with all its embedded parts, on ports and in a folder of its own. */
class HubStartsTests {
    private static final String QUEUE = "frontdoor.first-contact";
    private static final long WAIT_MILLIS = 60_000;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    @TempDir
    private static Path programs;
    @TempDir
    private Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    /** PostgreSQL's programs are unpacked once for all of these tests. */
    @BeforeEach
    void sharePrograms() throws IOException {
        Files.createDirectory(data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(Files.createDirectory(data().resolve("postgres")).resolve("programs"), programs);
    }

    @Test
    void keepsDatabaseQueuesAndAccountsOverARestart() throws Exception {
        Map<String, String> passwords;
        String key;
        try (RunningHub hub = start()) {
            assertThat(answers(hub, "/actuator/health")).isNotEqualTo(404);
            passwords = hub.accounts().orElseThrow().passwords();
            key = hub.accounts().orElseThrow().publicKey("avonford-police");
            hub.bean(JdbcClient.class).sql("CREATE TABLE note (text text)").update();
            send(hub, "kept");
        }
        try (RunningHub hub = start()) {
            assertThat(hub.bean(JdbcClient.class).sql("SELECT count(*) FROM note").query(Long.class).single()).isZero();
            assertThat(receive(hub)).isEqualTo("kept");
            assertThat(hub.accounts().orElseThrow().passwords()).isEqualTo(passwords);
            assertThat(hub.accounts().orElseThrow().publicKey("avonford-police")).isEqualTo(key);
        }
    }

    @Test
    void waitsOnlySoLongForALockOfSomebodyElse() {
        try (RunningHub hub = start()) {
            assertThat(hub.bean(JdbcClient.class).sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("20s");
        }
    }

    @Test
    void announcesItselfOnlyWhileItIsReady() throws IOException {
        Path file = data().resolve("endpoints.json");
        Files.writeString(file, "{\"http\":1,\"sftp\":1,\"broker\":1,\"pid\":1}");
        try (RunningHub hub = start()) {
            assertThat(Endpoints.of(data())).contains(hub.endpoints());
            assertThat(hub.endpoints().http()).isPositive();
            assertThat(hub.endpoints().broker()).isPositive();
            assertThat(hub.endpoints().pid()).isEqualTo(ProcessHandle.current().pid());
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsInUseAndMovesFromATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            environment.put("HUB_HTTP_PORT", Integer.toString(taken.getLocalPort()));
            try (RunningHub hub = start()) {
                assertThat(hub.endpoints().http()).isNotEqualTo(taken.getLocalPort());
                assertThat(said).anyMatch(line -> line.startsWith("Port " + taken.getLocalPort() + " is taken by another program: using "));
                assertThatExceptionOfType(StartFailure.class).isThrownBy(this::start).withMessageContaining("in use by another hub");
                assertThat(Endpoints.of(data())).contains(hub.endpoints());
            }
        }
    }

    @Test
    void runRefusesATakenPort() throws IOException {
        environment.putAll(Map.of("HUB_OIDC_ISSUER", "https://sign-in.invalid", "HUB_OIDC_CLIENT_ID", "hub", "HUB_OIDC_CLIENT_SECRET", "s"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            environment.put("HUB_BROKER_PORT", Integer.toString(taken.getLocalPort()));

            assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> start(HubMode.RUN))
                    .withMessageContaining("Port " + taken.getLocalPort()).withMessageContaining("HUB_BROKER_PORT");
        }
    }

    @Test
    void pullsFromAnExternalSftpServerInsteadOfOpeningItsOwn() throws IOException {
        try (ForeignSftpServer server = new ForeignSftpServer(root.resolve("foreign")).start()) {
            server.addHome("avonford-police", "missing-children");
            Path accounts = server.writeAccounts(root.resolve("accounts"), "avonford-police");
            environment.putAll(Map.of("HUB_SFTP_HOST", "127.0.0.1", "HUB_SFTP_ACCOUNTS", accounts.toString()));
            Files.writeString(server.home("avonford-police").resolve("in/missing-children/x.json"), SampleText.notice("M-1"));
            try (RunningHub hub = start()) {
                assertThat(Files.readString(data().resolve("endpoints.json"))).contains("\"sftp\":0,");
                assertThat(Endpoints.of(data())).contains(hub.endpoints());
                await().atMost(ANSWER_LIMIT).until(() -> server.files("avonford-police", "receipts").contains("index.csv"));
                await().atMost(ANSWER_LIMIT).until(() -> server.files("avonford-police", "in/missing-children").isEmpty());
            }
        }
    }

    @Test
    void goesOnAfterItWasKilled() throws Exception {
        long database;
        try (ChildJava killed = ChildJava.start(HubProbe.class, Map.of(), root.toString())) {
            killed.await("ready ");
            database = Long.parseLong(Files.readAllLines(data().resolve("postgres/data/postmaster.pid")).get(0));
            killed.kill();
        }
        assertThat(data().resolve("endpoints.json")).exists();

        try (RunningHub hub = start()) {
            assertThat(ProcessHandle.of(database)).isEmpty();
            assertThat(hub.bean(JdbcClient.class).sql("SELECT count(*) FROM delivery").query(Long.class).single()).isZero();
            assertThat(said).contains("Stopped the database server that an earlier run had left behind.");
        }
    }

    @Test
    void leavesNothingRunningWhenItCannotStart() throws IOException {
        Path blocked = data();
        Files.writeString(blocked.resolve("broker"), "a file where the broker wants its folder");

        assertThatExceptionOfType(StartFailure.class).isThrownBy(this::start).withMessageStartingWith("The broker could not be started");

        assertThat(data().resolve("postgres/data/postmaster.pid")).doesNotExist();
        Files.delete(blocked.resolve("broker"));
        start().close();
    }

    @Test
    void showsItsFilesToNobodyElse() throws IOException {
        try (RunningHub hub = start()) {
            assertThat(permissions(data())).isEqualTo("rwx------");
            assertThat(permissions(data().resolveSibling("data-keys"))).isEqualTo("rwx------");
            assertThat(permissions(data().resolve("demo/accounts.json"))).isEqualTo("rw-------");
            assertThat(permissions(hub.accounts().orElseThrow().privateKey("safe-haven"))).isEqualTo("rw-------");
            assertThat(Files.readString(data().resolve("logs/hub.log"))).doesNotContain(hub.accounts().orElseThrow().password("steward"));
        }
    }

    private RunningHub start() {
        return start(HubMode.DEMO_EMPTY);
    }

    private RunningHub start(HubMode mode) {
        Map<String, String> all = new HashMap<>(HubProbe.environment(root));
        all.putAll(environment);
        return RunningHub.start(HubApplication.class, SettingsReader.read(mode, all, Path.of("").toAbsolutePath()), said::add);
    }

    private Path data() {
        return root.resolve("data");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static int answers(RunningHub hub, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.endpoints().http() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void send(RunningHub hub, String text) throws JMSException {
        try (Connection connection = hub.bean(ConnectionFactory.class).createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue(QUEUE)).send(session.createTextMessage(text));
        }
    }

    private static String receive(RunningHub hub) throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(DemoAccounts.CASE_SYSTEM, hub.accounts().orElseThrow().password(DemoAccounts.CASE_SYSTEM),
                "tcp://127.0.0.1:" + hub.endpoints().broker());
        try (Connection connection = factory.createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            return session.createConsumer(session.createQueue(QUEUE)).receive(WAIT_MILLIS).getBody(String.class);
        }
    }
}
