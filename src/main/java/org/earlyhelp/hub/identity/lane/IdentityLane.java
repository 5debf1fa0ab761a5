package org.earlyhelp.hub.identity.lane;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.identity.storage.LaneElection;
import org.earlyhelp.hub.intake.RecordsStored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The thread that works off what intake left, woken by {@link RecordsStored} and looking by itself every second. Of
 * several hubs on one database the elected one works.
 */
@Component
public class IdentityLane implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityLane.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private final WorkOff workOff;
    private final LaneElection election;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    IdentityLane(WorkOff workOff, LaneElection election) {
        this.workOff = workOff;
        this.election = election;
    }

    @EventListener
    void onRecordsStored(RecordsStored stored) {
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::loop, "identity-lane");
        thread.start();
    }

    /** Finishes the batch at hand, then stops and lets another hub run the lane. */
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
            Duration rest = LOOK_EVERY;
            try {
                if (election.isElected()) {
                    workOff.run();
                }
            } catch (SQLException | RuntimeException | Error e) {
                LOG.warn("Linking records to people paused for {} s: {}", REST_AFTER_FAILURE.toSeconds(), e.getClass().getSimpleName());
                rest = REST_AFTER_FAILURE;
            }
            rest(rest);
        }
        resign();
    }

    private void rest(Duration time) {
        try {
            if (running && wake.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void resign() {
        try {
            election.resign();
        } catch (SQLException e) {
            LOG.warn("The identity lane was not handed over cleanly: {}", e.getClass().getSimpleName());
        }
    }
}
