package org.earlyhelp.hub.sharing;

/** How the tamper-evident log stands right now. Thread-safe. */
public interface LogWatch {
    /** Looks into the database for what is pending. */
    LogState state();

    /** Whether nothing is signed until people have looked at it; as {@link #state} says, but without a look into the database. */
    boolean isStopped();
}
