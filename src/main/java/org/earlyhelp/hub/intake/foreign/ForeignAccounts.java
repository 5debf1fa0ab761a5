package org.earlyhelp.hub.intake.foreign;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.Checked;

/**
 * The file of {@code HUB_SFTP_ACCOUNTS}, read and checked.
 *
 * @param hostKeys  the only keys by which the server is believed
 * @param unchanged a file is complete when it has stayed the same for so long
 * @param poll      the server is looked into so often
 */
public record ForeignAccounts(int port, List<PublicKey> hostKeys, Duration unchanged, Duration poll, List<ForeignAccount> accounts) {
    public ForeignAccounts {
        hostKeys = List.copyOf(hostKeys);
        accounts = List.copyOf(accounts);
    }

    /** Reads the file, its key files, and the passwords from the environment; all faults at once, none repeating a secret. */
    public static Checked<ForeignAccounts> read(Path file, Map<String, String> environment) {
        return AccountsFile.read(file, environment);
    }
}
