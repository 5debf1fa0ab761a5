package org.earlyhelp.hub.sharing;

/** A piece of work with a thread of its own: {@link RegularTask} by the clock, {@link WokenTask} when there is something to do. Thread-safe. */
public sealed interface HubTask permits RegularTask, WokenTask {
    /** Begins; to be called once before each {@link #stop}. */
    void start();

    /** Ends the work and waits for that, within a limit. Does nothing when it has ended. */
    void stop();

    /** Whether it was started and has not ended. */
    boolean isRunning();
}
