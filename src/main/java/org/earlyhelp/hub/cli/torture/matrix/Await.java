package org.earlyhelp.hub.cli.torture.matrix;

import java.time.Duration;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.kernel.StartFailure;

/** Waits until something is so that the hub does in its own time. */
final class Await {
    /** How long to look away between two looks. */
    static final long LOOK_AGAIN_MILLIS = 60;

    private Await() {
    }

    /** Something that may hold by now. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Returns once the condition holds; an exception counts as not yet. Throws StartFailure at the limit. */
    static void until(String what, Duration limit, Condition condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo(condition)) {
            if (System.nanoTime() > end) {
                throw new StartFailure("Not so after " + limit.toSeconds() + " s: " + what + ".");
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
    }

    private static boolean isSo(Condition condition) {
        try {
            return condition.holds();
        } catch (StartFailure e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }
}
