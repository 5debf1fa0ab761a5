package org.earlyhelp.hub.sharing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A piece of work that a thread of its own does again and again, beginning a second after the start. Thread-safe. */
public final class RegularTask {
    private static final int FIRST_AFTER_SECONDS = 1;
    private static final int STOP_LIMIT_SECONDS = 10;
    private final String name;
    private final int pauseSeconds;
    private final Runnable work;
    private ScheduledExecutorService thread;

    /** {@code name} is the thread's; {@code work} must not throw: it would not be done again. */
    public RegularTask(String name, int pauseSeconds, Runnable work) {
        this.name = name;
        this.pauseSeconds = pauseSeconds;
        this.work = work;
    }

    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
        thread.scheduleWithFixedDelay(work, FIRST_AFTER_SECONDS, pauseSeconds, TimeUnit.SECONDS);
    }

    /** Interrupts the work at hand and waits for its end, at most {@value #STOP_LIMIT_SECONDS} s. */
    public void stop() {
        ScheduledExecutorService ending = take();
        if (ending == null) {
            return;
        }
        ending.shutdownNow();
        try {
            ending.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized ScheduledExecutorService take() {
        ScheduledExecutorService ending = thread;
        thread = null;
        return ending;
    }

    public synchronized boolean isRunning() {
        return thread != null;
    }
}
