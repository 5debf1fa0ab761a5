package org.earlyhelp.hub.intake.sftp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.support.QuickSsh;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile file names, byte for byte as given: none leaves its feed's folder, and none ends the connection. */
class HostileNamesTests {
    private static final int AT_LEAST = 60;
    private static final String FOLDER = "/in/missing-children/";
    @TempDir
    private static Path root;
    private static SftpSite site;
    private static final SshClient SSH = QuickSsh.client();
    private static SftpClient sftp;

    @BeforeAll
    static void start() throws Exception {
        site = SftpSite.start(root);
        SSH.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        SSH.start();
        ClientSession session = SSH.connect(SftpSite.AGENCY, "127.0.0.1", site.port).verify(Duration.ofSeconds(60)).getSession();
        session.addPublicKeyIdentity(site.pair);
        session.auth().verify(Duration.ofSeconds(60));
        sftp = SftpClientFactory.instance().createSftpClient(session);
        sftp.setNameDecodingCharset(StandardCharsets.ISO_8859_1);
    }

    @AfterAll
    static void stop() throws IOException {
        SSH.stop();
        site.close();
    }

    static Stream<HostileName> refused() {
        return HostileName.all().stream().filter(name -> !name.taken());
    }

    static Stream<HostileName> taken() {
        return HostileName.all().stream().filter(HostileName::taken);
    }

    @Test
    void areMany() {
        assertThat(HostileName.all().size()).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(refused().count()).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void areRefusedAndChangeNothing(HostileName name) throws Exception {
        List<String> before = site.everything();

        assertThatThrownBy(() -> write(FOLDER + name.bytes())).isInstanceOf(IOException.class);
        assertThat(site.everything()).isEqualTo(before);
        assertThat(sftp.stat("/in").isDirectory()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void areRefusedAsTheNewNameOfAPart(HostileName name) throws Exception {
        write(FOLDER + "once.part");
        List<String> before = site.everything();

        assertThatThrownBy(() -> sftp.rename(FOLDER + "once.part", FOLDER + name.bytes())).isInstanceOf(IOException.class);
        assertThat(site.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void areTakenAsTheyAre(HostileName name) throws Exception {
        List<String> before = site.everything();
        write(FOLDER + name.bytes());

        List<String> added = site.everything().stream().filter(file -> !before.contains(file)).toList();
        assertThat(added).hasSize(2);
        assertThat(added.get(0)).isEqualTo("homes/" + SftpSite.AGENCY + "/in/missing-children/" + name.text());
        assertThat(LaneFile.parse(Path.of(added.get(1)).getFileName().toString()).orElseThrow().name()).isEqualTo(name.text());
    }

    private static void write(String path) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write('x');
        }
    }
}
