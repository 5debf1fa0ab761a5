package org.earlyhelp.hub.sharing.publish;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.CheckpointReceiver;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.storage.PostedCheckpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives each receiver the newest checkpoint once a civil day, and again every minute while it does not take it. Thread-safe. */
@Component
public class DailyCheckpoint implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCheckpoint.class);
    private static final int LOOK_SECONDS = 60;
    private static final int STOP_LIMIT_SECONDS = 10;
    private final List<CheckpointReceiver> receivers;
    private final LogSource log;
    private final PostedCheckpoints posted;
    private final HubClock clock;
    private final Set<String> failing = new HashSet<>();
    private ScheduledExecutorService thread;

    public DailyCheckpoint(List<CheckpointReceiver> receivers, LogSource log, PostedCheckpoints posted, HubClock clock) {
        this.receivers = List.copyOf(receivers);
        this.log = log;
        this.posted = posted;
        this.clock = clock;
    }

    /** Posts what is owed today. Nothing is owed before the log's first checkpoint. */
    public synchronized void post() {
        LocalDate today = clock.today();
        List<CheckpointReceiver> owed = receivers.stream().filter(receiver -> !posted.has(today, receiver.name())).toList();
        Optional<String> note = owed.isEmpty() ? Optional.empty() : log.checkpoint();
        note.ifPresent(signed -> owed.forEach(receiver -> give(receiver, today, signed)));
    }

    private void give(CheckpointReceiver receiver, LocalDate today, String note) {
        try {
            receiver.take(today, note);
            posted.add(today, receiver.name());
            failing.remove(receiver.name());
        } catch (RuntimeException e) {
            if (failing.add(receiver.name())) {
                LOG.warn("today's checkpoint of the sharing log was not taken by '{}' ({}); it is offered again every {} s", receiver.name(), e.getClass().getSimpleName(), LOOK_SECONDS);
            }
        }
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "daily checkpoint"));
        thread.scheduleWithFixedDelay(this::postQuietly, 1, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void postQuietly() {
        try {
            post();
        } catch (RuntimeException e) {
            LOG.warn("whether a checkpoint is owed today could not be seen ({}); it is tried again", e.getClass().getSimpleName());
        }
    }

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

    private synchronized ScheduledExecutorService take() {
        ScheduledExecutorService ending = thread;
        thread = null;
        return ending;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
