package org.earlyhelp.hub.rights.erase;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that carries erasures out, woken by a confirmation; what had to wait is looked at again after 4, 8, 16 … at most 600 s. */
@Component
class ErasureLane implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureLane.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(4);
    private static final Duration LAST_LOOK = Duration.ofMinutes(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private final ErasureRun run;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;
    private Duration rest = FIRST_LOOK;

    ErasureLane(ErasureRun run) {
        this.run = run;
    }

    @EventListener
    void on(ErasureConfirmed news) {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::loop, "erasure");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the step at hand; the rest is done at the next start. */
    @Override
    public synchronized void stop() {
        running = false;
        wake.release();
        try {
            thread.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            boolean all = false;
            try {
                all = run.work();
            } catch (RuntimeException e) {
                LOG.warn("An erasure stopped half-way ({}); it goes on where it stood within {} s", e.getClass().getSimpleName(), rest.toSeconds());
            }
            rest(all);
        }
    }

    private void rest(boolean all) {
        Duration now = all ? LAST_LOOK : rest;
        rest = all || rest.multipliedBy(2).compareTo(LAST_LOOK) > 0 ? LAST_LOOK : rest.multipliedBy(2);
        try {
            if (running && wake.tryAcquire(now.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
                rest = FIRST_LOOK;
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
