package org.earlyhelp.hub.sharing.publish;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.CheckpointReceiver;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.storage.PostedCheckpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives each receiver the newest checkpoint once a civil day, and again every minute while it does not take it. Thread-safe. */
@Component
public class DailyCheckpoint extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCheckpoint.class);
    private static final int LOOK_SECONDS = 60;
    private final List<CheckpointReceiver> receivers;
    private final LogSource log;
    private final PostedCheckpoints posted;
    private final HubClock clock;
    private final Set<String> failing = new HashSet<>();
    private final RegularTask regularly = new RegularTask("daily checkpoint", LOOK_SECONDS, this::post);

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
    protected HubTask task() {
        return regularly;
    }
}
