package org.earlyhelp.hub.web.quarantine;

import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.page.PlainTime;

/** A run in words. */
record RunLine(long id, String scope, String state, String asked, String started, String ended) {
    static RunLine of(QuarantineRun run) {
        return new RunLine(run.id(), run.scope(), state(run), run.askedBy() + ", " + PlainTime.of(run.askedAt()),
                run.startedAt() == null ? "–" : run.startedBy() + ", " + PlainTime.of(run.startedAt()), run.endedAt() == null ? "–" : PlainTime.of(run.endedAt()));
    }

    static String state(QuarantineRun run) {
        String far = run.rowsDone() + " of " + Math.max(run.rows(), run.rowsDone());
        return switch (run.state()) {
            case COUNTING -> "being counted: " + far;
            case COUNTED -> "counted, waits to be started: " + run.wouldTake() + " of " + run.rows() + " would be taken";
            case RUNNING -> "running: " + far;
            case DONE -> run.why() != null ? "nothing was run: " + run.why() : run.taken() + " taken, " + run.refused() + " refused again";
            case LEFT -> "left alone";
            case STOPPED -> "stopped: " + run.why();
        };
    }
}
