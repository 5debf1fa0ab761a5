package org.earlyhelp.hub.intake.sftp.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.sftp.AgencySftpServer;
import org.earlyhelp.hub.intake.sftp.HostKey;
import org.earlyhelp.hub.kernel.HubClock;

/** The embedded SFTP server on a free port, with two agencies and the key of the first one as a client's file. */
final class SftpSite implements AutoCloseable {
    static final String AGENCY = "avonford-police";
    static final String OTHER = "safe-haven";
    static final String FEED = "missing-children";
    /** Hears what the server tells the hub. */
    final List<Object> news = new CopyOnWriteArrayList<>();
    final SftpFolders folders;
    final Path key;
    final Path knownHosts;
    final KeyPair pair;
    final int port;
    private final Path root;
    private final AgencySftpServer server;

    private SftpSite(Path root) throws IOException, GeneralSecurityException {
        this.root = root;
        folders = new SftpFolders(root.resolve("sftp"));
        knownHosts = root.resolve("known_hosts");
        pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        key = writeKey();
        List<SftpAccount> accounts = List.of(new SftpAccount(AGENCY, List.of(PublicKeyEntry.toString(pair.getPublic())), List.of(FEED, "domestic-abuse")),
                new SftpAccount(OTHER, List.of(), List.of("domestic-abuse")));
        server = new AgencySftpServer(folders, () -> accounts, root.resolve("keys/sftp_host_key"), knownHosts, HubClock.real(), news::add);
        port = server.start("127.0.0.1", 0);
    }

    /** Starts below the folder. */
    static SftpSite start(Path root) throws IOException, GeneralSecurityException {
        return new SftpSite(root);
    }

    /** The key by which the server is known. */
    PublicKey hostKey() {
        return HostKey.loadOrMake(root.resolve("keys/sftp_host_key")).getPublic();
    }

    /** Every file below the folder of the server, as {@code homes/<agency>/...}; to tell what a client has changed. */
    List<String> everything() throws IOException {
        try (var all = Files.walk(folders.root())) {
            return all.map(file -> folders.root().relativize(file).toString()).sorted().toList();
        }
    }

    /** The uploads that the hub would take from the feed's lane. */
    List<Path> taken() throws IOException {
        try (var files = Files.list(folders.lane(AGENCY, FEED))) {
            return files.sorted().toList();
        }
    }

    /** A file of the sender's own, outside of the server. */
    Path own(String name, byte[] content) throws IOException {
        return Files.write(Files.createDirectories(root.resolve("own")).resolve(name), content);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Path writeKey() throws IOException, GeneralSecurityException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "sender", null, text);
        Path file = Files.createFile(root.resolve("sender_key"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair, "sender", line);
        Files.write(root.resolve("sender_key.pub"), line.toByteArray());
        return Files.write(file, text.toByteArray());
    }
}
