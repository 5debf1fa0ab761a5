package org.earlyhelp.hub.sharing;

import java.time.Instant;
import java.util.List;

/**
 * How the tamper-evident log stands: for the health page and for information-governance staff.
 *
 * @param standing what is to be thought of it
 * @param words    one plain sentence: why it stands so and what to do
 * @param size     entries under the latest checkpoint
 * @param pending  entries written and not yet under a checkpoint
 * @param signedAt of the latest checkpoint; null when there is none
 * @param check    the latest check; null when there was none since the start
 */
public record LogState(Standing standing, String words, long size, long pending, Instant signedAt, Check check) {
    /** STOPPED signs nothing until people have looked at it. */
    public enum Standing { STARTING, SIGNING, LATE, STOPPED }

    /**
     * The result of a check of the database against the log's own arithmetic.
     *
     * @param whole  every entry was looked at, not only the latest
     * @param faults one sentence each, naming the row; empty = none; the first {@value #FAULTS_KEPT} are kept
     * @param count  how many faults there were
     */
    public record Check(Instant at, boolean whole, long entries, long count, List<String> faults) {
        /** Most faults that one check names. */
        public static final int FAULTS_KEPT = 100;

        public Check {
            faults = List.copyOf(faults);
        }

        /** Whether the check found nothing. */
        public boolean holds() {
            return count == 0;
        }
    }

    /** Whether nothing is signed until people have looked at it. */
    public boolean isStopped() {
        return standing == Standing.STOPPED;
    }
}
