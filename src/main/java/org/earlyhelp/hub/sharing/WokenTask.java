package org.earlyhelp.hub.sharing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A piece of work that a thread of its own does whenever it is woken, and by itself after each rest. A failure is logged
 * once, then the work is tried again after 1, 2, 4 … at most 30 seconds until it succeeds. Thread-safe.
 */
public final class WokenTask implements HubTask {
    private static final Logger LOG = LoggerFactory.getLogger(WokenTask.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);
    private static final Duration USUAL_STOP_LIMIT = Duration.ofSeconds(10);
    private final String name;
    private final Duration stopLimit;
    private final Round round;
    private final Semaphore wakes = new Semaphore(0);
    /** Null while nobody works. A thread that is this one no longer ends after the round at hand. */
    private volatile Thread thread;

    /** One round of the work. */
    @FunctionalInterface
    public interface Round {
        /**
         * Does a bounded portion.
         *
         * @param woken whether somebody woke the task, and not the end of its rest
         * @return how long to rest unless woken; zero when there may be more to do at once
         */
        Duration work(boolean woken);
    }

    /** {@code name} is the thread's, and stands in the log; {@code stopLimit} is how long a stop waits for the round at hand. */
    public WokenTask(String name, Duration stopLimit, Round round) {
        this.name = name;
        this.stopLimit = stopLimit;
        this.round = round;
    }

    /** A task that rests for {@code poll} unless {@code work} answers that there may be more to do at once. */
    public static WokenTask of(String name, Duration poll, BooleanSupplier work) {
        return new WokenTask(name, USUAL_STOP_LIMIT, woken -> work.getAsBoolean() ? Duration.ZERO : poll);
    }

    /** Begins with a round at once; does nothing while the task runs. */
    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Lets the next round begin at once, or after the one at hand. */
    public void wake() {
        wakes.release();
    }

    /** Ends after the round at hand, which may ask for this itself; waits for nothing. */
    public synchronized void end() {
        thread = null;
        wake();
    }

    /** Ends after the round at hand and waits for that; after its limit the round is interrupted, and what it has not kept waits for the next start. */
    @Override
    public void stop() {
        Thread ending = thread;
        end();
        try {
            if (ending != null) {
                ending.join(stopLimit.toMillis());
                interrupt(ending);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void interrupt(Thread ending) {
        if (ending.isAlive()) {
            LOG.warn("{} did not end within {} s; what it is at is broken off", name, stopLimit.toSeconds());
            ending.interrupt();
        }
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }

    private void run() {
        boolean failing = false;
        boolean woken = true;
        Duration retry = FIRST_RETRY;
        while (goesOn()) {
            try {
                Duration rest = round.work(woken);
                if (failing) {
                    LOG.info("{} works again", name);
                }
                failing = false;
                retry = FIRST_RETRY;
                woken = rest(rest);
            } catch (RuntimeException | Error e) {
                // Also after an error of the virtual machine: work whose thread is gone would not be done and nobody would notice.
                if (!failing) {
                    LOG.warn("{} failed ({}); nothing is lost, it is tried again until it succeeds", name, rootOf(e));
                }
                failing = true;
                pause(retry);
                retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
            }
        }
    }

    private boolean rest(Duration longest) {
        try {
            boolean woken = goesOn() && wakes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (woken) {
                wakes.drainPermits();
            }
            return woken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            endOwn();
            return false;
        }
    }

    /** Another thread may have taken over meanwhile; that one goes on. */
    private synchronized void endOwn() {
        thread = goesOn() ? null : thread;
    }

    /** A wake does not cut a pause after a failure short, or a busy hub would hammer what is broken. */
    private void pause(Duration retry) {
        long until = System.nanoTime() + retry.toNanos();
        while (goesOn() && System.nanoTime() < until) {
            rest(Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime())));
        }
    }

    /** The kind of failure only: messages of drivers may hold data. */
    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
