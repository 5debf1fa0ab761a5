package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/** What waits on the queues and before them, for whoever keeps the broker. Counts and times, no content. Thread-safe. */
public interface QueueDepths {
    /** Messages beyond so many are not counted: the broker shows no more to whoever only looks. */
    int COUNTED_LIMIT = 400;

    /**
     * One queue.
     *
     * @param lying        messages that lie on it, at most {@link #COUNTED_LIMIT}; -1 when the broker cannot be reached
     * @param oldest       when the oldest of them was sent; null for none
     * @param unsent       messages that wait in the database for the broker
     * @param oldestUnsent when the oldest of those was written; null for none
     */
    record Depth(String queue, int lying, Instant oldest, long unsent, Instant oldestUnsent) {
        /** Whether {@code lying} is all that lies there; false when there may be more. */
        public boolean isCountedWhole() {
            return lying < COUNTED_LIMIT;
        }
    }

    /** Every queue of the contract, in its order. */
    List<Depth> look();
}
