package org.earlyhelp.hub.sharing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A piece of work that a thread of its own does again and again, beginning a second after the start. What fails is logged
 * once, and tried again with the next turn. Thread-safe.
 */
public final class RegularTask implements HubTask {
    private static final Logger LOG = LoggerFactory.getLogger(RegularTask.class);
    private static final int FIRST_AFTER_SECONDS = 1;
    private static final int STOP_LIMIT_SECONDS = 10;
    private final String name;
    private final int pauseSeconds;
    private final Work work;
    private ScheduledExecutorService thread;
    private boolean failing;

    /** One turn of the work. */
    @FunctionalInterface
    public interface Work {
        /** What it throws is logged once; the next turn comes all the same. */
        void run() throws Exception;
    }

    /** {@code name} is the thread's, and stands in the log; {@code pauseSeconds} lie between the end of a turn and the next. */
    public RegularTask(String name, int pauseSeconds, Work work) {
        this.name = name;
        this.pauseSeconds = pauseSeconds;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
        thread.scheduleWithFixedDelay(this::turn, FIRST_AFTER_SECONDS, pauseSeconds, TimeUnit.SECONDS);
    }

    /** Interrupts the work at hand and waits for its end, at most {@value #STOP_LIMIT_SECONDS} s. */
    @Override
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

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void turn() {
        try {
            work.run();
            if (failing) {
                LOG.info("'{}' works again", name);
            }
            failing = false;
        } catch (Exception | Error e) {
            // Also an error of the virtual machine: else no turn would come after it and nobody would notice.
            // The kind of failure only: messages of drivers may hold data.
            if (!failing) {
                LOG.warn("'{}' failed ({}); it is tried again every {} s", name, e.getClass().getSimpleName(), pauseSeconds);
            }
            failing = true;
        }
    }

    private synchronized ScheduledExecutorService take() {
        ScheduledExecutorService ending = thread;
        thread = null;
        return ending;
    }
}
