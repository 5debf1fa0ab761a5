package org.earlyhelp.hub.intake.sftp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.account.AccountDoor;
import org.earlyhelp.hub.intake.account.MadeDoor;
import org.earlyhelp.hub.intake.account.SomeKey;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AddressRange;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.earlyhelp.hub.support.QuickSsh;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A door of the SFTP server with accounts that a test may change while it is open. */
abstract class SftpDoorTest {
    static final Duration LIMIT = Duration.ofSeconds(60);
    static final byte[] CONTENT = new byte[1_000];
    static final AccountName SCHOOL = new AccountName("avonford-schools", "oak-primary");

    @TempDir
    Path root;
    final KeyPair old = SomeKey.pair();
    final KeyPair fresh = SomeKey.pair();
    final List<Object> news = new CopyOnWriteArrayList<>();
    final SshClient ssh = QuickSsh.client();
    final MadeDoor made = new MadeDoor();
    final AccountDoor door = made.door();
    volatile List<SftpAccount> accounts = List.of();
    SftpFolders folders;
    AgencySftpServer server;
    int port;

    void serve(SftpAccount... open) {
        accounts = List.of(open);
        folders = new SftpFolders(root.resolve("sftp"));
        server = new AgencySftpServer(folders, () -> accounts, root.resolve("keys/sftp_host_key"), root.resolve("known_hosts"),
                HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z")), news::add, door);
        port = server.start("127.0.0.1", 0);
    }

    @BeforeEach
    void start() {
        ssh.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        ssh.start();
    }

    @AfterEach
    void stop() throws IOException {
        ssh.stop();
        server.close();
    }

    static SftpAccount account(List<KeyPair> keys, List<AddressRange> addresses, DoorTerms.Quota quota) {
        return new SftpAccount(SCHOOL, keys.stream().map(SomeKey::line).toList(), List.of("school-attendance", "missing-children"), addresses, quota);
    }

    ClientSession signIn(String user, KeyPair key) throws IOException {
        ClientSession session = ssh.connect(user, "127.0.0.1", port).verify(LIMIT).getSession();
        session.addPublicKeyIdentity(key);
        try {
            session.auth().verify(LIMIT);
            return session;
        } catch (IOException e) {
            session.close(true);
            throw e;
        }
    }

    void refuse(String user, KeyPair key) {
        assertThatThrownBy(() -> signIn(user, key)).isInstanceOf(SshException.class);
    }

    void upload(ClientSession session, String path) throws IOException {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session); OutputStream out = sftp.write(path)) {
            out.write(CONTENT);
        }
    }
}
