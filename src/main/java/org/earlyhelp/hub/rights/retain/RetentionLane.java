package org.earlyhelp.hub.rights.retain;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The thread that looks every hour what has run out, and carries out what two people confirmed. */
@Component
class RetentionLane implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionLane.class);
    private static final Duration LOOK_EVERY = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private final RetentionDesk desk;
    private final RetentionWork work;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    RetentionLane(RetentionDesk desk, RetentionWork work) {
        this.desk = desk;
        this.work = work;
    }

    @EventListener
    void on(RetentionDesk.Confirmed news) {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::loop, "retention");
        thread.setDaemon(true);
        thread.start();
    }

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
                work.work();
                desk.look();
            } catch (RuntimeException e) {
                LOG.warn("Looking for what has run out failed ({}); tried again within {} min", e.getClass().getSimpleName(), LOOK_EVERY.toMinutes());
            }
            try {
                if (running && wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }
}
