package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.earlyhelp.hub.intake.foreign.ForeignAccount.Credential;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/** Reads {@code HUB_SFTP_ACCOUNTS}. Used once. */
final class AccountsFile {
    private static final String SCHEMA = "/schemas/sftp-accounts.json";
    private static final int PORT_DEFAULT = 22;
    private static final int UNCHANGED_SECONDS_DEFAULT = 60;
    private static final int POLL_SECONDS_DEFAULT = 10;
    private final DeclaredFile file;
    private final Map<String, String> environment;
    private final List<ConfigFault> faults = new ArrayList<>();

    private AccountsFile(DeclaredFile file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    static Checked<ForeignAccounts> read(Path path, Map<String, String> environment) {
        Checked<DeclaredFile> read = DeclaredFile.read(path, schema());
        return read instanceof Checked.Valid<DeclaredFile> valid ? new AccountsFile(valid.value(), environment).accounts() : Checked.faulty(read.faults());
    }

    private Checked<ForeignAccounts> accounts() {
        JsonNode root = file.root();
        List<PublicKey> hostKeys = new ArrayList<>();
        for (int i = 0; i < root.path("hostKeys").size(); i++) {
            hostKey("/hostKeys/" + i).ifPresent(hostKeys::add);
        }
        List<ForeignAccount> accounts = new ArrayList<>();
        root.path("accounts").propertyNames().forEach(agency -> account(agency).ifPresent(accounts::add));
        return faults.isEmpty() ? Checked.valid(new ForeignAccounts(root.path("port").asInt(PORT_DEFAULT), hostKeys,
                Duration.ofSeconds(root.path("unchangedSeconds").asInt(UNCHANGED_SECONDS_DEFAULT)),
                Duration.ofSeconds(root.path("pollSeconds").asInt(POLL_SECONDS_DEFAULT)), accounts)) : Checked.faulty(faults);
    }

    private Optional<PublicKey> hostKey(String pointer) {
        try {
            return Optional.of(PublicKeyEntry.parsePublicKeyEntry(file.root().at(pointer).asString()).resolvePublicKey(null, Map.of(), null));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return fault(pointer, "expected a public key in OpenSSH form, such as \"ssh-ed25519 AAAA…\"");
        }
    }

    private Optional<ForeignAccount> account(String agency) {
        String pointer = "/accounts/" + agency;
        JsonNode account = file.root().at(pointer);
        return credential(pointer, account).map(credential -> new ForeignAccount(agency, account.path("user").asString(), credential,
                account.path("home").asString("/")));
    }

    private Optional<Credential> credential(String pointer, JsonNode account) {
        if (account.has("keyFile") == account.has("passwordFrom")) {
            return fault(pointer, "expected either keyFile or passwordFrom");
        }
        return account.has("keyFile") ? key(pointer + "/keyFile").map(Credential.Key::new) : password(pointer + "/passwordFrom").map(Credential.Password::new);
    }

    private Optional<KeyPair> key(String pointer) {
        try {
            Path keyFile = file.path().toAbsolutePath().resolveSibling(file.root().at(pointer).asString());
            try (InputStream in = Files.newInputStream(keyFile)) {
                Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("key file"), in, null);
                Iterator<KeyPair> first = pairs == null ? List.<KeyPair>of().iterator() : pairs.iterator();
                return first.hasNext() ? Optional.of(first.next()) : fault(pointer, "the key file holds no private key");
            }
        } catch (IOException | InvalidPathException e) {
            return fault(pointer, "the key file cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (GeneralSecurityException | RuntimeException e) {
            return fault(pointer, "the key file is no private key that can be read; it must have no passphrase");
        }
    }

    private Optional<String> password(String pointer) {
        String variable = file.root().at(pointer).asString();
        String password = environment.getOrDefault(variable, "");
        return password.isEmpty() ? fault(pointer, "the environment variable " + variable + " is not set") : Optional.of(password);
    }

    private <T> Optional<T> fault(String pointer, String reason) {
        faults.add(file.faultAt(pointer, pointer.substring(1) + ": " + reason));
        return Optional.empty();
    }

    private static String schema() {
        try (InputStream in = AccountsFile.class.getResourceAsStream(SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
