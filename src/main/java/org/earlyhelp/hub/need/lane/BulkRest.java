package org.earlyhelp.hub.need.lane;

import java.time.Duration;
import org.earlyhelp.hub.need.storage.FamilyWork.Bulk;

/**
 * When families that only bulk feeds have touched may be assessed: once the loads have come to rest. A file and the
 * correction sent after it then make one picture, and no alert is raised by the one to be withdrawn by the other. Urgent
 * families never wait for it. Not thread-safe.
 */
final class BulkRest {
    /** So long nothing may have come in. */
    static final Duration REST = Duration.ofSeconds(3);
    /** Loads without a pause keep no family waiting longer. */
    static final Duration LIMIT = Duration.ofSeconds(60);
    private long newest;
    private long changedAt;
    private long waitingSince;
    private boolean waiting;

    /** Looks at what waits now; {@code nanos} is {@link System#nanoTime()}. True when bulk families may be assessed. */
    boolean isOver(Bulk bulk, long nanos) {
        if (!bulk.isWaiting()) {
            waiting = false;
            return true;
        }
        if (!waiting) {
            waiting = true;
            waitingSince = nanos;
            changedAt = nanos;
        }
        if (bulk.loading() || bulk.newest() != newest) {
            newest = bulk.newest();
            changedAt = nanos;
        }
        return nanos - changedAt >= REST.toNanos() || nanos - waitingSince >= LIMIT.toNanos();
    }
}
