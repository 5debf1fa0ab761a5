package org.earlyhelp.hub.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of a demonstration, made once a data folder and kept: a password for each role and for the broker's case
 * system, and an SSH key pair for each agency. All files are readable by their owner alone.
 */
public final class DemoAccounts {
    /** The broker's account; the other names are roles of the pages. */
    public static final String CASE_SYSTEM = "case-system";
    /** All accounts that have a password. */
    public static final List<String> NAMES = List.of("front-door", "manager", "steward", "ig", "operator", CASE_SYSTEM);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path folder;
    private final Map<String, String> passwords;

    private DemoAccounts(Path folder, Map<String, String> passwords) {
        this.folder = folder;
        this.passwords = passwords;
    }

    /** The accounts kept in {@code demo} of the data folder, the missing ones made now. */
    public static DemoAccounts open(Path dataDir) {
        Path folder = dataDir.resolve("demo");
        Path file = folder.resolve("accounts.json");
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.folder(folder.resolve("keys"));
            Map<String, String> passwords = Files.exists(file) ? JSON.readValue(Files.readString(file), new TypeReference<LinkedHashMap<String, String>>() { })
                    : new LinkedHashMap<>();
            if (!passwords.keySet().containsAll(NAMES)) {
                NAMES.forEach(name -> passwords.computeIfAbsent(name, missing -> Ids.password()));
                PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(passwords) + "\n");
            }
            return new DemoAccounts(folder, Map.copyOf(passwords));
        } catch (JacksonException e) {
            throw new StartFailure("The file " + file + " is damaged: delete it, and new passwords are made.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Account to password: the five roles and {@value #CASE_SYSTEM}. */
    public Map<String, String> passwords() {
        return passwords;
    }

    /** The password of a staff account; null when there is no such account. */
    public String password(String account) {
        return passwords.get(account);
    }

    /** The file with the agency's private key, in OpenSSH's format; made when the agency has none yet. */
    public Path privateKey(String agency) {
        Path file = folder.resolve("keys").resolve(agency);
        synchronized (this) {
            if (!Files.exists(file)) {
                makeKeys(agency, file);
            }
        }
        return file;
    }

    /** The agency's public key as one line of an {@code authorized_keys} file. */
    public String publicKey(String agency) {
        Path file = privateKey(agency);
        try {
            return Files.readString(file.resolveSibling(agency + ".pub")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the SFTP server's host key is written for clients. */
    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    private static void makeKeys(String agency, Path file) {
        OpenSSHKeyPairResourceWriter writer = OpenSSHKeyPairResourceWriter.INSTANCE;
        try {
            KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            ByteArrayOutputStream privatePart = new ByteArrayOutputStream();
            ByteArrayOutputStream publicPart = new ByteArrayOutputStream();
            writer.writePrivateKey(pair, agency, null, privatePart);
            writer.writePublicKey(pair, agency, publicPart);
            PrivateFiles.write(file.resolveSibling(agency + ".pub"), publicPart.toString(StandardCharsets.UTF_8).strip() + "\n");
            PrivateFiles.write(file, privatePart.toString(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
