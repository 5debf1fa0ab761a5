package org.earlyhelp.hub.cli.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** One agency at one life of a hub: signed in with its own key, the server known by its host key. Not thread-safe. */
public final class SftpDoor implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
    private static final int LINE_LOST = 11;
    private static final String RECEIPT = ".receipt.json";
    private final SshClient client = SshClient.setUpDefaultClient();
    private final ClientSession session;
    private final SftpClient sftp;

    private SftpDoor(ChildHub hub, String agency, int port, Optional<KeyPair> key) throws IOException {
        // Through a line that this program has put in between, the server is known by the port of that line only to itself.
        client.setServerKeyVerifier(port == hub.endpoints().sftp() ? new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, hub.folder().knownHosts())
                : AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        try {
            session = client.connect(agency, "127.0.0.1", port).verify(CONNECT_LIMIT).getSession();
            for (KeyPair own : key.isPresent() ? List.of(key.get()) : new FileKeyPairProvider(hub.accounts().privateKey(agency)).loadKeys(session)) {
                session.addPublicKeyIdentity(own);
            }
            session.auth().verify(CONNECT_LIMIT);
            sftp = SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException e) {
            client.stop();
            throw e;
        }
    }

    /** Signs in. Throws IOException when the server is not there, as while the hub is down. */
    public static SftpDoor open(ChildHub hub, String agency) throws IOException {
        return open(hub, agency, hub.endpoints().sftp());
    }

    /** The same through another port of this machine that leads there. */
    public static SftpDoor open(ChildHub hub, String agency, int port) throws IOException {
        return new SftpDoor(hub, agency, port, Optional.empty());
    }

    /** The same with another key than the one that the demonstration made. */
    public static SftpDoor open(ChildHub hub, String agency, KeyPair key) throws IOException {
        return new SftpDoor(hub, agency, hub.endpoints().sftp(), Optional.of(key));
    }

    /** Whether the session still stands, as far as this end knows. */
    public boolean isOpen() {
        return sftp.isOpen();
    }

    /** What the server lets this agency do; its own calls throw IOException with the server's words. */
    public SftpClient client() {
        return sftp;
    }

    /** Writes the file into {@code /in/<feed>/} and returns once the server has confirmed the close; IOException when it did not. */
    public void send(String feed, String name, byte[] content) throws IOException {
        try (OutputStream upload = sftp.write("/in/" + feed + "/" + name)) {
            upload.write(content);
        }
    }

    /** Writes the first bytes of a file and loses the line before it is closed. This door leads nowhere afterwards. */
    public void cut(String feed, String name, byte[] begun) throws IOException {
        SftpClient.CloseableHandle file = sftp.open("/in/" + feed + "/" + name, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create, SftpClient.OpenMode.Truncate);
        sftp.write(file, 0, begun);
        session.disconnect(LINE_LOST, "line lost");
    }

    /** The texts of all receipts, as JSON. */
    public List<byte[]> receipts() throws IOException {
        return receipts("");
    }

    /** Those of the files whose name begins so. */
    public List<byte[]> receipts(String prefix) throws IOException {
        List<byte[]> texts = new ArrayList<>();
        for (String name : names("/receipts")) {
            if (name.startsWith(prefix) && name.endsWith(RECEIPT)) {
                try (InputStream text = sftp.read("/receipts/" + name)) {
                    texts.add(text.readAllBytes());
                }
            }
        }
        return texts;
    }

    @Override
    public void close() {
        client.stop();
    }

    private List<String> names(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (SftpClient.DirEntry entry : sftp.readDir(folder)) {
            if (entry.getAttributes().isRegularFile()) {
                names.add(entry.getFilename());
            }
        }
        return names;
    }
}
