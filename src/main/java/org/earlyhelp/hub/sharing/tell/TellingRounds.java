package org.earlyhelp.hub.sharing.tell;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.storage.TellingStore;
import org.earlyhelp.hub.sharing.storage.TellingStore.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells what waits, each channel by itself and in order; what was refused {@value #IN_ORDER_TRIES} times, maybe for what it
 * says, is tried on beside what came after it. A try is noted before it is made: two hubs, or a hub that was killed
 * and started again, do not tell the same twice unless a crash fell between the telling and its note. Thread-safe.
 */
@Component
public class TellingRounds implements SmartLifecycle {
    /** What nobody took for so long is given up: it is old news, and stands on the page. */
    public static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** So often one is tried before those after it, half a minute in all: an alert at level 4 may be among them. */
    public static final int IN_ORDER_TRIES = 3;
    /** Longer than any try may last: after a crash in the midst of a try the next comes this much later. */
    static final Duration TRY_LIMIT = Duration.ofMinutes(2);
    private static final int LOOK_SECONDS = 5;
    private static final int ROUND_LIMIT = 100;
    private static final int MOST_DOUBLINGS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(TellingRounds.class);
    private final List<TellingChannel> channels;
    private final TellingStore store;
    private final HubClock clock;
    private final List<RegularTask> threads;

    public TellingRounds(List<TellingChannel> channels, TellingStore store, HubClock clock) {
        this.channels = List.copyOf(channels);
        this.store = store;
        this.clock = clock;
        this.threads = this.channels.stream().map(channel -> new RegularTask("tell " + channel.name(), LOOK_SECONDS, () -> round(channel))).toList();
    }

    /** One look at every channel. */
    public void round() {
        channels.forEach(this::round);
    }

    /** Tells what is due, oldest first, until one is not taken: then the channel may be dead. */
    private void round(TellingChannel channel) {
        store.giveUp(channel.name(), clock.now().minus(GIVEN_UP_AFTER), clock.now())
                .forEach(id -> LOG.warn("'{}' did not take telling {} for {} h; it is given up and stands on the page of alarms", channel.name(), id, GIVEN_UP_AFTER.toHours()));
        store.forgetSettledBefore(London.startOf(clock.today().minus(Period.ofDays(Teller.KEPT_DAYS))));
        boolean taken = true;
        for (int told = 0; taken && told < ROUND_LIMIT; told++) {
            Instant now = clock.now();
            Optional<Claimed> due = store.claim(channel.name(), now, now.plus(TRY_LIMIT));
            taken = due.isPresent() && isTaken(channel, due.get());
        }
    }

    private boolean isTaken(TellingChannel channel, Claimed due) {
        try {
            channel.send(due.telling());
        } catch (RuntimeException | Error e) {
            String why = e instanceof Error ? e.getClass().getSimpleName() : e.getMessage();
            if (due.tries() == 1) {
                LOG.warn("'{}' did not take telling {} ({}); it is offered again for {} h", channel.name(), due.telling().id(), why, GIVEN_UP_AFTER.toHours());
            }
            store.failed(due.telling().id(), why, clock.now().plus(pauseAfter(due.tries())));
            return false;
        }
        store.delivered(due.telling().id(), clock.now());
        return true;
    }

    static Duration pauseAfter(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public void start() {
        threads.forEach(RegularTask::start);
    }

    @Override
    public void stop() {
        threads.forEach(RegularTask::stop);
    }

    @Override
    public boolean isRunning() {
        return threads.stream().anyMatch(RegularTask::isRunning);
    }
}
