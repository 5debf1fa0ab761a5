package org.earlyhelp.hub.cli;

import java.nio.file.Path;

/** Where the hub lies, as the {@code ehub} script says; the working folder when the class is run without it. */
final class Checkout {
    private Checkout() {
    }

    static Path folder() {
        return Path.of(System.getProperty("ehub.home", ".")).toAbsolutePath().normalize();
    }
}
