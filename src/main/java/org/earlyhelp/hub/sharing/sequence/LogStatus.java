package org.earlyhelp.hub.sharing.sequence;

import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogState.Standing;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.springframework.stereotype.Component;

/** How the log stands, as the sequencer and the check tell it. Thread-safe. */
@Component
public class LogStatus implements LogWatch {
    /** Entries wait so long only when something is wrong. */
    private static final Duration WAIT_LIMIT = Duration.ofSeconds(10);
    private static final long COUNT_LIMIT = 1_000_000;

    private final TreeTables tables;
    private volatile Standing standing = Standing.STARTING;
    private volatile String words = "The log is read before the first entry is signed.";
    private volatile long size;
    private volatile Instant signedAt;
    private volatile LogState.Check check;

    public LogStatus(TreeTables tables) {
        this.tables = tables;
    }

    @Override
    public LogState state() {
        long pending = tables.waiting(COUNT_LIMIT);
        boolean late = standing == Standing.SIGNING && pending > 0 && tables.longestWait().compareTo(WAIT_LIMIT) > 0;
        return late ? new LogState(Standing.LATE, pending + " entries wait longer than they should for their place in the log.", size, pending, signedAt, check)
                : new LogState(standing, words, size, pending, signedAt, check);
    }

    @Override
    public boolean isStopped() {
        return standing == Standing.STOPPED;
    }

    void signing(CheckpointRow newest) {
        size = newest == null ? 0 : newest.size();
        signedAt = newest == null ? null : newest.at();
        words = newest == null ? "The log is empty." : "Every entry is under a signed checkpoint within 2 seconds.";
        standing = Standing.SIGNING;
    }

    void stopped(String why) {
        words = why;
        standing = Standing.STOPPED;
    }

    /** {@code result} of a check that has just ended. */
    public void checked(LogState.Check result) {
        check = result;
    }
}
