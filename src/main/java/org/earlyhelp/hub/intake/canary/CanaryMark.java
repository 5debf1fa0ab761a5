package org.earlyhelp.hub.intake.canary;

import java.util.function.Supplier;

/**
 * Whether this thread works in a canary's transaction, which is taken back. For the few places whose effect no transaction
 * takes back: a number from a sequence, a line in the log. Thread-safe.
 */
public final class CanaryMark {
    private static final ThreadLocal<Boolean> SET = new ThreadLocal<>();

    private CanaryMark() {
    }

    /** Whether what this thread does is taken back. */
    public static boolean isSet() {
        return SET.get() != null;
    }

    static <T> T during(Supplier<T> work) {
        SET.set(true);
        try {
            return work.get();
        } finally {
            SET.remove();
        }
    }
}
