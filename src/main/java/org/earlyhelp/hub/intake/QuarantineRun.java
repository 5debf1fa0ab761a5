package org.earlyhelp.hub.intake;

import java.time.Instant;

/**
 * Refused rows, or a whole delivery, run again.
 *
 * @param receipt   the delivery that is run again whole; null when single rows are
 * @param scope     what was chosen, in words without values
 * @param rows      how many rows; of a whole delivery how many records it has, 0 until it was counted
 * @param rowsDone  how far the count or the run is, whichever is going on
 * @param wouldTake what the count found: so many would be taken
 * @param taken     what the run took
 * @param refused   what the run refused again
 * @param why       why nothing of it can be run, in a plain sentence; else null
 */
public record QuarantineRun(long id, String receipt, String scope, State state, String askedBy, Instant askedAt, String startedBy, Instant startedAt,
                            Instant endedAt, long rows, long rowsDone, long wouldTake, long taken, long refused, String why) {
    /** COUNTING, then COUNTED, then RUNNING by somebody's word, then DONE; LEFT when nobody wants it; STOPPED when it fails again and again. */
    public enum State {
        COUNTING, COUNTED, RUNNING, DONE, LEFT, STOPPED;

        /** Whether the hub goes on with it by itself. */
        public boolean isAtWork() {
            return this == COUNTING || this == RUNNING;
        }
    }

    /** Whether a whole file is run again, and not single rows. */
    public boolean isWhole() {
        return receipt != null;
    }
}
