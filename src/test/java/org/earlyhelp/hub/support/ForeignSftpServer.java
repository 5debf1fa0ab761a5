package org.earlyhelp.hub.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * A real SFTP server of somebody else on this machine: an account for each folder below its root, all with one key. Speaks
 * version 3 as OpenSSH does. Can be stopped and started on the same port, and told to refuse every removal.
 */
public final class ForeignSftpServer implements AutoCloseable {
    private final Path root;
    private final KeyPair hostKey = newKey();
    private final KeyPair userKey = newKey();
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger refusedRemovals = new AtomicInteger();
    private volatile boolean refusesRemoval;
    private boolean renamesOver = true;
    private SshServer server;
    private int port;
    /** While it is stopped, to be started again; null otherwise. */
    private HeldPort held;

    public ForeignSftpServer(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public ForeignSftpServer start() {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> Files.isDirectory(home(user)) && KeyUtils.compareKeys(userKey.getPublic(), key));
        server.setPasswordAuthenticator((user, password, session) -> Files.isDirectory(home(user)) && password.equals("s3cret"));
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(org.apache.sshd.common.session.SessionContext session) {
                return home(session.getUsername());
            }
        });
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().withFileSystemAccessor(new StubbornFiles()).build()));
        SftpModuleProperties.SFTP_VERSION.set(server, SftpConstants.SFTP_V3);
        if (!renamesOver) {
            SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "fsync@openssh.com=1");
        }
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                sessions.incrementAndGet();
            }
        });
        try {
            server.start();
            port = server.getPort();
            letGoOfThePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** From its next start on it has nothing beyond the standard, so that no rename can replace a file. */
    public void forgetToRenameOver() {
        renamesOver = false;
    }

    /** Until it is started again. */
    public void stop() {
        try {
            server.stop(true);
            held = HeldPort.of(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letGoOfThePort() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
            letGoOfThePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the account of that user with the folders of a feed. */
    public Path addHome(String user, String... feeds) throws IOException {
        for (String feed : feeds) {
            Files.createDirectories(home(user).resolve("in").resolve(feed));
            Files.createDirectories(home(user).resolve("in/test").resolve(feed));
        }
        return Files.createDirectories(home(user));
    }

    public Path home(String user) {
        return root.resolve(user);
    }

    public int port() {
        return port;
    }

    public String hostKeyLine() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    public KeyPair userKey() {
        return userKey;
    }

    /** Sessions that were begun since it was made. */
    public int sessions() {
        return sessions.get();
    }

    public void refuseRemoval(boolean refuses) {
        refusesRemoval = refuses;
    }

    public int refusedRemovals() {
        return refusedRemovals.get();
    }

    /** Names of the files in a folder of that user, sorted; none when there is no such folder. */
    public List<String> files(String user, String folder) {
        try (Stream<Path> files = Files.list(home(user).resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Writes the accounts file for these users, an agency each, with the key beside it; returns the file. */
    public Path writeAccounts(Path folder, String... users) throws IOException {
        Files.createDirectories(folder);
        try (OutputStream out = Files.newOutputStream(folder.resolve("user-key"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", null, out);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        StringBuilder text = new StringBuilder("port: " + port + "\nhostKeys:\n  - " + hostKeyLine() + "\nunchangedSeconds: 2\npollSeconds: 1\naccounts:\n");
        for (String user : users) {
            text.append("  ").append(user).append(": {user: ").append(user).append(", keyFile: user-key}\n");
        }
        return Files.writeString(folder.resolve("sftp-accounts.yaml"), text);
    }

    public static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class StubbornFiles implements SftpFileSystemAccessor {
        @Override
        public void removeFile(SftpSubsystemProxy subsystem, Path file, boolean isDirectory) throws IOException {
            if (refusesRemoval) {
                refusedRemovals.incrementAndGet();
                throw new java.nio.file.AccessDeniedException("refused");
            }
            SftpFileSystemAccessor.super.removeFile(subsystem, file, isDirectory);
        }
    }
}
