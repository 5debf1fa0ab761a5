package org.earlyhelp.hub.sharing.sequence;

import org.earlyhelp.hub.sharing.log.Checkpoint;

/** More was signed than the database holds: an earlier state of it was restored. Two people may go on from here under a new origin. */
public final class LogBehind extends LogStopped {
    private static final long serialVersionUID = 1L;

    private final transient Checkpoint known;
    private final long agreed;

    LogBehind(Checkpoint known, long agreed, String words) {
        super(words);
        this.known = known;
        this.agreed = agreed;
    }

    /** What was signed last, as far as is known. */
    Checkpoint known() {
        return known;
    }

    /** Entries up to here are known to be those that were signed; those from here to the size known are lost. */
    long agreed() {
        return agreed;
    }
}
