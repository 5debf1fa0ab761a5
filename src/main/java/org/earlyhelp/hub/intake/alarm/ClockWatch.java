package org.earlyhelp.hub.intake.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.RegularTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notices when the machine's clock is put forward or back: while the hub runs against a clock that only ticks, and after a start
 * against the newest file, which cannot have come in the future. One alarm, over once the clock went evenly for a day. Thread-safe.
 */
@Component
public class ClockWatch implements SmartLifecycle {
    public static final String KIND = "clock-stepped";
    /** A time service may correct so much at once without a word. */
    static final Duration TOLERATED = Duration.ofMinutes(1);
    static final Duration WELL_AFTER = Duration.ofDays(1);
    private static final int LOOK_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private final OperatorAlarms alarms;
    private final DeliveryStore deliveries;
    private final HubClock clock;
    private final LongSupplier nanos;
    private final RegularTask regularly = new RegularTask("watch over the clock", LOOK_SECONDS, this::lookQuietly);
    private Instant shown;
    private long ticked;
    private long evenSince;

    @Autowired
    public ClockWatch(OperatorAlarms alarms, DeliveryStore deliveries, HubClock clock) {
        this(alarms, deliveries, clock, System::nanoTime);
    }

    ClockWatch(OperatorAlarms alarms, DeliveryStore deliveries, HubClock clock, LongSupplier nanos) {
        this.alarms = alarms;
        this.deliveries = deliveries;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** One look; the first one after a start compares with what came before it. */
    public synchronized void look() {
        Instant now = clock.now();
        long ticks = nanos.getAsLong();
        Duration step = shown == null ? sinceNewestFile(now) : Duration.between(shown, now).minusNanos(ticks - ticked);
        boolean first = shown == null;
        if (step.abs().compareTo(TOLERATED) > 0) {
            alarms.raise(KIND, KIND, words(step), null);
            evenSince = ticks;
        } else if (first) {
            evenSince = ticks;
        } else if (ticks - evenSince >= WELL_AFTER.toNanos()) {
            alarms.clear(KIND);
        }
        shown = now;
        ticked = ticks;
    }

    /** How far the clock stands behind the newest file, as a step back; zero when it does not. */
    private Duration sinceNewestFile(Instant now) {
        List<Delivery> newest = deliveries.newest(null, null, 1);
        return newest.isEmpty() || !newest.get(0).receivedAt().isAfter(now) ? Duration.ZERO : Duration.between(newest.get(0).receivedAt(), now);
    }

    private static String words(Duration step) {
        Duration size = step.abs();
        String much = size.toDays() > 1 ? size.toDays() + " days" : size.toHours() > 1 ? size.toHours() + " hours" : Math.max(1, size.toMinutes()) + " minutes";
        return "The machine's clock went " + (step.isNegative() ? "back" : "forward") + " by about " + much + ", or the machine was asleep. What came is kept in its order all the same; "
                + "limits to acknowledge and expected files are reckoned by the clock as it now stands. Look at the machine's time service.";
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("whether the clock goes evenly could not be noted ({}); it is tried again", e.getClass().getSimpleName());
        }
    }

    @Override
    public void start() {
        regularly.start();
    }

    @Override
    public void stop() {
        regularly.stop();
    }

    @Override
    public boolean isRunning() {
        return regularly.isRunning();
    }
}
