package org.earlyhelp.hub.cli.outside;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of a process that was asked to end. */
final class ProcessEnd {
    private ProcessEnd() {
    }

    /** Waits for it, and makes an end after the limit, or when this thread is interrupted. */
    static void await(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
