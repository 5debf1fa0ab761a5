package org.earlyhelp.hub.sharing;

/** How the tamper-evident log stands right now. Thread-safe. */
public interface LogWatch {
    LogState state();
}
