package org.earlyhelp.hub.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.kernel.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded database again when its processes have ended by themselves: killed, or stopped by a disk that was full
 * or failed. PostgreSQL then recovers everything that was committed. Tried until it succeeds, for the disk may stay full. Thread-safe.
 */
final class DatabaseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Watches that server from now on. */
    void begin(PostgresServer server) {
        Thread thread = new Thread(() -> watch(server), "database-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The server is about to be stopped on purpose. */
    void end() {
        ended.countDown();
    }

    private void watch(PostgresServer server) {
        boolean failing = false;
        while (!isOver(failing ? AFTER_FAILURE : EVERY)) {
            try {
                if (server.revive()) {
                    LOG.warn("the database had ended and was started again; everything committed is there");
                }
                failing = false;
            } catch (StartFailure e) {
                if (!failing) {
                    LOG.error("the database has ended and does not start ({}); tried again every {} s", e.getMessage(), AFTER_FAILURE.toSeconds());
                }
                failing = true;
            }
        }
    }

    private boolean isOver(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
