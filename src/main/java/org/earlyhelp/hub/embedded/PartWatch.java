package org.earlyhelp.hub.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.earlyhelp.hub.kernel.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts an embedded part again when it has ended by itself: killed, or stopped by a disk that was full or failed. What the
 * part had confirmed is there again. Tried until it succeeds, for the disk may stay full. Thread-safe.
 */
final class PartWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PartWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private final String part;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** {@code part} is its name for the log. */
    PartWatch(String part) {
        this.part = part;
    }

    /** From now on {@code revive} is called again and again: it starts the part if need be, and answers whether it had to. */
    void begin(BooleanSupplier revive) {
        Thread thread = new Thread(() -> watch(revive), part + "-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The part is about to be stopped on purpose. */
    void end() {
        ended.countDown();
    }

    private void watch(BooleanSupplier revive) {
        boolean failing = false;
        while (!isOver(failing ? AFTER_FAILURE : EVERY)) {
            try {
                if (revive.getAsBoolean()) {
                    LOG.warn("the {} had ended and was started again; what it had confirmed is there", part);
                }
                failing = false;
            } catch (StartFailure e) {
                if (!failing) {
                    LOG.error("the {} has ended and does not start ({}); tried again every {} s", part, e.getMessage(), AFTER_FAILURE.toSeconds());
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
