package org.earlyhelp.hub.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.support.QuickSsh;

/** One agency at its own SFTP account, with the key that the demonstration made for it. */
final class AgencyClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final SshClient ssh = QuickSsh.client();
    private final SftpClient sftp;

    AgencyClient(RunningHub hub, String agency) {
        var accounts = hub.accounts().orElseThrow();
        ssh.setServerKeyVerifier(new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, accounts.knownHosts()));
        ssh.start();
        try {
            ClientSession session = ssh.connect(agency, "127.0.0.1", hub.endpoints().sftp()).verify(LIMIT).getSession();
            for (KeyPair key : new FileKeyPairProvider(accounts.privateKey(agency)).loadKeys(session)) {
                session.addPublicKeyIdentity(key);
            }
            session.auth().verify(LIMIT);
            sftp = SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void upload(String path, byte[] content) {
        try (OutputStream out = sftp.write(path)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a folder, without hidden ones: what is still being written is not there yet. */
    List<String> names(String folder) {
        List<String> names = new ArrayList<>();
        try {
            sftp.readDir(folder).forEach(entry -> names.add(entry.getFilename()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.removeIf(name -> name.startsWith("."));
        return names;
    }

    String read(String path) {
        try (InputStream in = sftp.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ssh.stop();
    }
}
