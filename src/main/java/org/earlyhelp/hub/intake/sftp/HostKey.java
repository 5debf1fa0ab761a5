package org.earlyhelp.hub.intake.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.seal.KeyFile;

/** The server's Ed25519 key in OpenSSH form, made once, readable by its owner alone. */
public final class HostKey {
    private HostKey() {
    }

    /** Reads the key, or makes it when the file is absent. Fails the start when the file is there and unreadable. */
    public static KeyPair loadOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("host key"), in, null).iterator().next();
            }
        } catch (IOException | UncheckedIOException | GeneralSecurityException e) {
            throw new StartFailure("the SFTP host key " + file.getFileName() + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    /** The known_hosts lines by which a client on this machine recognises the server. */
    public static String knownHosts(KeyPair key, int port) {
        String entry = PublicKeyEntry.toString(key.getPublic());
        return "[127.0.0.1]:" + port + " " + entry + "\n[localhost]:" + port + " " + entry + "\n";
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "early-help-hub", null, written);
        KeyFile.make(file, written.toByteArray());
    }
}
