package org.earlyhelp.hub.alert.route;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does one kind of work whenever woken, and looks by itself every so often. A failure is logged once,
 * then the work is tried again after 1, 2, 4 … at most 30 seconds until it succeeds. Thread-safe.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    private final String name;
    private final Duration poll;
    private final BooleanSupplier work;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;
    private Duration retry = FIRST_RETRY;

    /** {@code work} does a bounded portion and answers whether there may be more at once. */
    Lane(String name, Duration poll, BooleanSupplier work) {
        this.name = name;
        this.poll = poll;
        this.work = work;
    }

    synchronized void start() {
        if (!running) {
            running = true;
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends after the portion at hand. */
    synchronized void stop() {
        running = false;
        wake();
        try {
            if (thread != null) {
                thread.join(STOP_WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return running;
    }

    void wake() {
        wakes.release();
    }

    private void run() {
        boolean failing = false;
        while (running) {
            try {
                boolean more = work.getAsBoolean();
                if (failing) {
                    LOG.info("{} works again", name);
                }
                failing = false;
                retry = FIRST_RETRY;
                await(more ? Duration.ZERO : poll);
            } catch (RuntimeException | Error e) {
                // Also after an error of the virtual machine: a lane whose thread is gone would send nothing and nobody would notice.
                if (!failing) {
                    LOG.warn("{} failed ({}); nothing is lost, it is tried again until it succeeds", name, rootOf(e));
                }
                failing = true;
                pause();
            }
        }
    }

    private void await(Duration longest) {
        try {
            if (wakes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** A wake does not cut a pause after a failure short, or a busy hub would hammer a broken broker. */
    private void pause() {
        long until = System.nanoTime() + retry.toNanos();
        retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
        while (running && System.nanoTime() < until) {
            await(Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime())));
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
