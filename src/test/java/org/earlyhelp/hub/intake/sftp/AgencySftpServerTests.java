package org.earlyhelp.hub.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpException;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.UploadClosed;
import org.earlyhelp.hub.intake.UploadCut;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.support.QuickSsh;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencySftpServerTests {
    private static final byte[] CONTENT = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path root;
    private final List<Object> news = new CopyOnWriteArrayList<>();
    private final SshClient ssh = QuickSsh.client();
    private SftpFolders folders;
    private AgencySftpServer server;
    private KeyPair policeKey;
    private int port;

    @BeforeEach
    void start() throws Exception {
        policeKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        folders = new SftpFolders(root.resolve("sftp"));
        List<SftpAccount> accounts = List.of(
                new SftpAccount("avonford-police", List.of(PublicKeyEntry.toString(policeKey.getPublic())), List.of("missing-children")),
                new SftpAccount("safe-haven", List.of("not a key"), List.of("domestic-abuse")));
        server = new AgencySftpServer(folders, () -> accounts, root.resolve("keys/sftp_host_key"), root.resolve("demo/known_hosts"), HubClock.real(), news::add);
        port = server.start("127.0.0.1", 0);
        ssh.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        ssh.start();
    }

    @AfterEach
    void stop() throws IOException {
        ssh.stop();
        server.close();
    }

    @Test
    void putsAClosedUploadIntoItsLane() throws Exception {
        try (SftpClient sftp = police()) {
            upload(sftp, "/in/missing-children/notices.json");

            assertThat(laneFiles()).singleElement().satisfies(name -> {
                LaneFile file = LaneFile.parse(name).orElseThrow();
                assertThat(file.name()).isEqualTo("notices.json");
                assertThat(file.test()).isFalse();
            });
            assertThat(sftp.stat("/in/missing-children/notices.json").getSize()).isEqualTo(CONTENT.length);
        }
        assertThat(news).containsExactly(new UploadClosed("avonford-police", "missing-children"));
    }

    @Test
    void marksATestDrop() throws Exception {
        try (SftpClient sftp = police()) {
            upload(sftp, "/in/test/missing-children/try.json");
        }
        assertThat(laneFiles()).singleElement().satisfies(name -> assertThat(LaneFile.parse(name).orElseThrow().test()).isTrue());
    }

    @Test
    void hidesAnUploadUntilItIsClosed() throws Exception {
        try (SftpClient sftp = police(); var handle = sftp.open("/in/missing-children/slow.json", OpenMode.Write, OpenMode.Create)) {
            sftp.write(handle, 0, CONTENT);

            assertThat(laneFiles()).isEmpty();
            assertThat(Files.exists(folders.in("avonford-police", "missing-children").resolve("slow.json"))).isFalse();
        }
        assertThat(laneFiles()).hasSize(1);
    }

    @Test
    void takesNothingOfACutUpload() throws Exception {
        ClientSession session = connect("avonford-police", policeKey);
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
        var handle = sftp.open("/in/missing-children/cut.json", OpenMode.Write, OpenMode.Create);
        sftp.write(handle, 0, CONTENT);
        session.disconnect(11, "line cut");

        until(() -> !news.isEmpty());
        assertThat(news).containsExactly(new UploadCut("avonford-police", "missing-children", "cut.json", CONTENT.length, false));
        assertThat(laneFiles()).isEmpty();
        assertThat(filesIn(folders.incoming())).isEmpty();
    }

    @Test
    void endsASessionFromWhichNothingComesAndCutsItsUpload() throws Exception {
        // Long enough to sign in and begin, however busy the machine is.
        server.endIdleAfter(Duration.ofSeconds(5));
        ClientSession session = connect("avonford-police", policeKey);
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
        sftp.write(sftp.open("/in/missing-children/silent.json", OpenMode.Write, OpenMode.Create), 0, CONTENT);

        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !news.isEmpty());
        assertThat(news).containsExactly(new UploadCut("avonford-police", "missing-children", "silent.json", CONTENT.length, false));
        assertThat(filesIn(folders.incoming())).isEmpty();
    }

    @Test
    void refusesAFileWithAGap() throws Exception {
        try (SftpClient sftp = police()) {
            var handle = sftp.open("/in/missing-children/gap.json", OpenMode.Write, OpenMode.Create);
            sftp.write(handle, 100, CONTENT);

            assertThatThrownBy(() -> sftp.close(handle)).isInstanceOf(SftpException.class).hasMessageContaining("the file has a gap");
        }
        assertThat(laneFiles()).isEmpty();
    }

    @Test
    void takesAPartialFileOnceRenamed() throws Exception {
        try (SftpClient sftp = police()) {
            upload(sftp, "/in/missing-children/big.json.part");
            assertThat(laneFiles()).isEmpty();

            sftp.rename("/in/missing-children/big.json.part", "/in/missing-children/big.json");
        }
        assertThat(laneFiles()).hasSize(1);
    }

    @Test
    void resumesAPartialFile() throws Exception {
        try (SftpClient sftp = police()) {
            upload(sftp, "/in/missing-children/big.json.part");
            var handle = sftp.open("/in/missing-children/big.json.part", OpenMode.Write);
            sftp.write(handle, CONTENT.length, CONTENT);
            sftp.close(handle);
            sftp.rename("/in/missing-children/big.json.part", "/in/missing-children/big.json");
        }
        assertThat(Files.size(folders.lane("avonford-police", "missing-children").resolve(laneFiles().get(0)))).isEqualTo(2L * CONTENT.length);
    }

    @Test
    void keepsTwoUploadsOfOneName() throws Exception {
        try (SftpClient sftp = police()) {
            upload(sftp, "/in/missing-children/same.json");
            upload(sftp, "/in/missing-children/same.json");
        }
        assertThat(laneFiles()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/receipts/x.json", "/out/x.json", "/help/x.txt", "/x.json", "/in/x.json", "/in/domestic-abuse/x.json",
            "/in/missing-children/../../x.json", "/in/missing-children/deep/x.json", "/in/missing-children/.hidden", "/../safe-haven/in/domestic-abuse/x"})
    void refusesToWriteElsewhere(String path) throws Exception {
        try (SftpClient sftp = police()) {
            assertThatThrownBy(() -> upload(sftp, path)).isInstanceOf(SftpException.class);
        }
        assertThat(news).isEmpty();
    }

    @Test
    void refusesToChangeReadOnlyFolders() throws Exception {
        Path receipt = Files.writeString(folders.receipts("avonford-police").resolve("a.receipt.json"), "{}");
        try (SftpClient sftp = police()) {
            assertThatThrownBy(() -> sftp.remove("/receipts/a.receipt.json")).isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> sftp.rename("/receipts/a.receipt.json", "/receipts/b.json")).isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> sftp.mkdir("/receipts/sub")).isInstanceOf(SftpException.class);
            assertThatThrownBy(() -> sftp.symLink("/receipts/a.receipt.json", "/in/missing-children/l.json")).isInstanceOf(SftpException.class);
            assertThat(sftp.read("/receipts/a.receipt.json").readAllBytes()).hasSize(2);
        }
        assertThat(receipt).hasContent("{}");
    }

    @Test
    void showsNothingOfAnotherAgency() throws Exception {
        try (SftpClient sftp = police()) {
            for (var entry : sftp.readDir("/")) {
                assertThat(entry.getFilename()).isIn(".", "..", "in", "receipts", "out", "help");
            }
            assertThatThrownBy(() -> sftp.stat("/../safe-haven/in")).isInstanceOf(SftpException.class);
        }
    }

    @Test
    void letsNobodyInWithAnotherKey() throws Exception {
        KeyPair stranger = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        assertThatThrownBy(() -> connect("avonford-police", stranger)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> connect("safe-haven", policeKey)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> connect(AgencySftpServer.HUB_USER, policeKey)).isInstanceOf(IOException.class);
    }

    @Test
    void letsTheHubReadAndRemoveLaneFiles() throws Exception {
        try (SftpClient sftp = police()) {
            upload(sftp, "/in/missing-children/notices.json");
        }
        try (ClientSession session = ssh.connect(AgencySftpServer.HUB_USER, "127.0.0.1", port).verify(Duration.ofSeconds(60)).getSession()) {
            session.addPasswordIdentity(server.access(port).password());
            session.auth().verify(Duration.ofSeconds(60));
            try (SftpClient hub = SftpClientFactory.instance().createSftpClient(session)) {
                String path = "/avonford-police/missing-children/" + laneFiles().get(0);
                assertThat(hub.read(path).readAllBytes()).isEqualTo(CONTENT);
                assertThatThrownBy(() -> upload(hub, "/avonford-police/missing-children/own")).isInstanceOf(SftpException.class);
                hub.remove(path);
            }
        }
        assertThat(laneFiles()).isEmpty();
        new TakenFileSweep(folders).run(List.of(new SftpAccount("avonford-police", List.of(), List.of("missing-children"))),
                Instant.now().plus(TakenFileSweep.LINGER).plusSeconds(5));
        assertThat(filesIn(folders.in("avonford-police", "missing-children"))).isEmpty();
    }

    @Test
    void keepsItsHostKeyOverARestart() throws Exception {
        String before = Files.readString(root.resolve("demo/known_hosts"));
        server.close();
        server = new AgencySftpServer(folders, List::of, root.resolve("keys/sftp_host_key"), root.resolve("demo/known_hosts"), HubClock.real(), news::add);
        server.start("127.0.0.1", port);

        assertThat(Files.readString(root.resolve("demo/known_hosts"))).isEqualTo(before);
    }

    private SftpClient police() throws IOException {
        return SftpClientFactory.instance().createSftpClient(connect("avonford-police", policeKey)).singleSessionInstance();
    }

    private ClientSession connect(String user, KeyPair key) throws IOException {
        ClientSession session = ssh.connect(user, "127.0.0.1", port).verify(Duration.ofSeconds(60)).getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(Duration.ofSeconds(60));
        return session;
    }

    private static void upload(SftpClient sftp, String path) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(CONTENT);
        }
    }

    private List<String> laneFiles() throws IOException {
        return filesIn(folders.lane("avonford-police", "missing-children"));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
    }
}
