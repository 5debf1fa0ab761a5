package org.earlyhelp.hub.cli.bench.morning;

import java.time.Duration;
import org.earlyhelp.hub.cli.outside.Waiting;

/** The time since the morning began. Thread-safe. */
record Clockwork(long begunNanos) {
    static Clockwork begin() {
        return new Clockwork(System.nanoTime());
    }

    Duration since() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    /** Waits until so long after the beginning; returns at once when that is over. */
    void await(Duration due) {
        long left = due.minus(since()).toMillis();
        if (left > 0) {
            Waiting.millis(left);
        }
    }
}
