package org.earlyhelp.hub.identity.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How to take back each change since the last commit. Not thread-safe. */
final class UndoLog {
    private final Deque<Runnable> newestFirst = new ArrayDeque<>();

    /** Notes what takes a change back. */
    void add(Runnable step) {
        newestFirst.push(step);
    }

    /** What was done stands. */
    void commit() {
        newestFirst.clear();
    }

    /** Takes everything back, newest first. */
    void rollback() {
        List.copyOf(newestFirst).forEach(Runnable::run);
        newestFirst.clear();
    }
}
