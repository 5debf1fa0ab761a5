package org.earlyhelp.hub.cli.outside;

import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.kernel.StartFailure;

/** Pauses of a program that watches another from outside. */
public final class Waiting {
    private Waiting() {
    }

    /** Throws StartFailure when this program is told to end meanwhile. */
    public static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while waiting for the hub.", e);
        }
    }
}
