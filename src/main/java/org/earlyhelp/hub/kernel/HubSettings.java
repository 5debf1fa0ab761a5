package org.earlyhelp.hub.kernel;

import java.nio.file.Path;

/**
 * The settings every room may need, read once at start (contract, section 1). Secrets are not here.
 *
 * @param dataDir   all that the embedded parts keep; absolute
 * @param configDir where routes, mappings, rules and agreements are; absolute
 * @param keyDir    signing and encryption keys; absolute, never inside {@code dataDir}
 * @param demo      demo accounts, passwords for agencies, and changed files activated at once
 */
public record HubSettings(Path dataDir, Path configDir, Path keyDir, boolean demo) {
    public HubSettings {
        dataDir = dataDir.toAbsolutePath().normalize();
        configDir = configDir.toAbsolutePath().normalize();
        keyDir = keyDir.toAbsolutePath().normalize();
        if (keyDir.startsWith(dataDir)) {
            throw new StartFailure("HUB_KEY_DIR must not lie inside HUB_DATA_DIR: a backup of the data would hold the keys");
        }
    }
}
