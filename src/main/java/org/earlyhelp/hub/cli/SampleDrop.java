package org.earlyhelp.hub.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.earlyhelp.hub.embedded.SampleFolder;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * Sends sample files as their agencies would: over SFTP, each agency with its own key, the server known by its host key.
 * One connection an agency, open until this is closed. Not thread-safe.
 */
final class SampleDrop implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
    private final SshClient client = SshClient.setUpDefaultClient();
    private final Map<String, SftpClient> connections = new HashMap<>();
    private final DemoAccounts accounts;
    private final String host;
    private final int port;

    SampleDrop(DemoAccounts accounts, String host, int port) {
        this.accounts = accounts;
        this.host = host;
        this.port = port;
        client.setServerKeyVerifier(new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, accounts.knownHosts()));
        client.start();
    }

    /** Writes the file into {@code /in/<feed>/} of its agency and closes it. Throws StartFailure that names the file. */
    void send(SampleFolder.Sample sample) {
        String target = "/in/" + sample.feed() + "/" + sample.file().getFileName();
        try (OutputStream upload = connection(sample.agency()).write(target)) {
            Files.copy(sample.file(), upload);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure("The sample file " + sample.agency() + target + " could not be sent over SFTP: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.stop();
    }

    private SftpClient connection(String agency) throws IOException, GeneralSecurityException {
        SftpClient open = connections.get(agency);
        if (open == null) {
            open = connect(agency);
            connections.put(agency, open);
        }
        return open;
    }

    private SftpClient connect(String agency) throws IOException, GeneralSecurityException {
        ClientSession session = client.connect(agency, host, port).verify(CONNECT_LIMIT).getSession();
        for (KeyPair key : new FileKeyPairProvider(accounts.privateKey(agency)).loadKeys(session)) {
            session.addPublicKeyIdentity(key);
        }
        session.auth().verify(CONNECT_LIMIT);
        return SftpClientFactory.instance().createSftpClient(session);
    }
}
