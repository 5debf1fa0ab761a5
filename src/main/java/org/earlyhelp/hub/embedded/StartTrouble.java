package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.util.Locale;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.boot.web.server.PortInUseException;

/** Turns whatever broke a start into the one line that the operator needs. */
final class StartTrouble {
    private StartTrouble() {
    }

    static StartFailure of(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure known) {
                return isDiskFull(known) ? diskFull(failure) : known;
            }
            if (cause instanceof PortInUseException taken) {
                return new StartFailure("Port " + taken.getPort() + " is taken by another program: set HUB_HTTP_PORT to another, or to 0 for any free one.", failure);
            }
            deepest = cause;
        }
        return isDiskFull(failure) ? diskFull(failure)
                : new StartFailure("The hub could not start (" + deepest.getClass().getSimpleName() + "): the log in the data folder says more.", failure);
    }

    private static StartFailure diskFull(Throwable failure) {
        return new StartFailure("The disk of the data folder is full: free some space there, or set HUB_DATA_DIR to another disk.", failure);
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean speaksOfFiles = cause instanceof IOException || cause instanceof StartFailure;
            if (speaksOfFiles && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
                return true;
            }
        }
        return false;
    }
}
