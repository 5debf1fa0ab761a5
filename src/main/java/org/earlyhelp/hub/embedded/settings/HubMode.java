package org.earlyhelp.hub.embedded.settings;

import java.nio.file.Path;

/** How the hub was started. */
public enum HubMode {
    /** Demo accounts, the samples' clock, and the samples dropped. */
    DEMO,
    /** Demo accounts, nothing dropped. */
    DEMO_EMPTY,
    /** On its settings alone. */
    RUN;

    /** Whether all its data is made up. */
    public boolean isDemo() {
        return this != RUN;
    }

    /** The file by which a data folder is known as a demonstration's. */
    public static Path demoAccounts(Path dataDir) {
        return dataDir.resolve("demo").resolve("accounts.json");
    }
}
