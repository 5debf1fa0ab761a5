package org.earlyhelp.hub.sharing;

/** A log that is stopped, and goes on, when a test says so. */
public final class StoppableLog implements LogWatch {
    private volatile boolean stopped;

    public void stop() {
        stopped = true;
    }

    public void goOn() {
        stopped = false;
    }

    @Override
    public LogState state() {
        return new LogState(stopped ? LogState.Standing.STOPPED : LogState.Standing.SIGNING, "", 0, 0, null, null);
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }
}
