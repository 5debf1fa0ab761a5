package org.earlyhelp.hub.rights.erase;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that carries erasures out, woken by a confirmation and looking by itself every minute for what had to wait. */
@Component
class ErasureLane implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureLane.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private final ErasureRun run;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

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
            try {
                run.work();
            } catch (RuntimeException e) {
                LOG.warn("An erasure stopped half-way ({}); it goes on where it stood within {} s", e.getClass().getSimpleName(), LOOK_EVERY.toSeconds());
            }
            rest();
        }
    }

    private void rest() {
        try {
            if (running && wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
