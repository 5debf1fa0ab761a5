package org.earlyhelp.hub.journey.outside;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.earlyhelp.hub.support.ForeignSftpServer;
import org.earlyhelp.hub.support.FreePort;

/**
 * Debian's OpenSSH as the SFTP server of somebody else: one system account, this process's own, with a home below the folder for each
 * agency. It lets only that account in, by one key, and only to move files.
 */
public final class OutsideSshd implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private static final String USER = System.getProperty("user.name");
    private final Path folder;
    private final KeyPair hostKey = ForeignSftpServer.newKey();
    private final KeyPair userKey = ForeignSftpServer.newKey();
    private final int port = FreePort.find();
    private OutsideProcess process;

    private OutsideSshd(Path folder) {
        this.folder = folder;
    }

    /** Whether Debian's {@code openssh-server} is there. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Which OpenSSH this is, in words. */
    public static String version() {
        try {
            Process asked = new ProcessBuilder(PROGRAM.toString(), "-V").redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("OpenSSH")).findFirst().orElse("OpenSSH");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OutsideSshd start(Path folder) throws IOException {
        OutsideSshd server = new OutsideSshd(folder.toRealPath());
        write(server.hostKey, server.folder.resolve("host-key"));
        Files.writeString(server.folder.resolve("authorized-keys"), PublicKeyEntry.toString(server.userKey.getPublic()) + "\n");
        Files.writeString(server.folder.resolve("sshd_config"), server.config());
        if (USER.equals("root")) {
            // Where the process that reads from strangers is shut in; Debian's own start makes it.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        server.startAgain();
        return server;
    }

    /** Brings it up on its port. */
    public void startAgain() {
        process = OutsideProcess.start(List.of(PROGRAM.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString()), log(), port, OutsideSshd::greets);
    }

    /** Ends it and all its sessions as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** What the server wrote to its log. */
    public Path log() {
        return folder.resolve("sshd.log");
    }

    public int port() {
        return port;
    }

    /** Where that agency's files lie on this machine. */
    public Path home(String agency) {
        return folder.resolve("homes").resolve(agency);
    }

    /** Makes the home of an agency with the folders of its feeds. */
    public void addHome(String agency, List<String> feeds) throws IOException {
        for (String feed : feeds) {
            Files.createDirectories(home(agency).resolve("in").resolve(feed));
            Files.createDirectories(home(agency).resolve("in/test").resolve(feed));
        }
    }

    /** Puts a file where the hub looks, whole at once as a careful sender does. */
    public void drop(String agency, String feed, String name, byte[] content, FileTime modified) {
        Path target = home(agency).resolve("in").resolve(feed).resolve(name);
        Path part = target.resolveSibling(name + ".part");
        try {
            Files.setLastModifiedTime(Files.write(part, content), modified);
            Files.move(part, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files in a folder of that agency, sorted, without hidden ones that are still being written; none when there is no such folder. */
    public List<String> files(String agency, String place) {
        try (Stream<Path> files = Files.list(home(agency).resolve(place))) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Writes the accounts file for these agencies, the key beside it; returns the file. */
    public Path writeAccounts(Path where, List<String> agencies) throws IOException {
        Files.createDirectories(where);
        write(userKey, where.resolve("user-key"));
        StringBuilder text = new StringBuilder("port: " + port + "\nhostKeys:\n  - " + PublicKeyEntry.toString(hostKey.getPublic())
                + "\nunchangedSeconds: 2\npollSeconds: 1\naccounts:\n");
        agencies.forEach(agency -> text.append("  ").append(agency).append(": {user: ").append(USER).append(", keyFile: user-key, home: ").append(home(agency)).append("}\n"));
        return Files.writeString(where.resolve("sftp-accounts.yaml"), text);
    }

    @Override
    public void close() {
        kill();
    }

    private String config() {
        return """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                PidFile none
                AuthorizedKeysFile %s
                StrictModes no
                AllowUsers %s
                PermitRootLogin prohibit-password
                PubkeyAuthentication yes
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                UsePAM no
                AllowTcpForwarding no
                X11Forwarding no
                Subsystem sftp internal-sftp
                ForceCommand internal-sftp
                """.formatted(port, folder.resolve("host-key"), folder.resolve("authorized-keys"), USER);
    }

    private static boolean greets(Socket line) {
        try {
            return line.getInputStream().read() == 'S';
        } catch (IOException e) {
            return false;
        }
    }

    private static void write(KeyPair key, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
