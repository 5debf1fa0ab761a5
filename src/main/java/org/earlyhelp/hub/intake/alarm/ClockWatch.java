package org.earlyhelp.hub.intake.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Notices when the machine's clock is put forward or back: while the hub runs against a clock that only ticks, and after a start
 * against the newest file, which cannot have come in the future. One alarm, over once the clock went evenly for a day. Thread-safe.
 */
@Component
public class ClockWatch extends TaskLifecycle {
    /** Of its alarm. */
    public static final String KIND = "clock-stepped";
    /** A time service may correct so much at once without a word. */
    static final Duration TOLERATED = Duration.ofMinutes(1);
    static final Duration WELL_AFTER = Duration.ofDays(1);
    private static final int LOOK_SECONDS = 10;
    private final OperatorAlarms alarms;
    private final Deliveries deliveries;
    private final HubClock clock;
    private final LongSupplier nanos;
    private final RegularTask regularly = new RegularTask("watch over the clock", LOOK_SECONDS, this::look);
    private Instant shown;
    private long ticked;
    private long evenSince;

    @Autowired
    public ClockWatch(OperatorAlarms alarms, Deliveries deliveries, HubClock clock) {
        this(alarms, deliveries, clock, System::nanoTime);
    }

    ClockWatch(OperatorAlarms alarms, Deliveries deliveries, HubClock clock, LongSupplier nanos) {
        this.alarms = alarms;
        this.deliveries = deliveries;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** One look; the first one after a start compares with what came before it. */
    public synchronized void look() {
        Instant now = clock.now();
        long ticks = nanos.getAsLong();
        Duration step = shown == null ? sinceLatestFile(now) : Duration.between(shown, now).minusNanos(ticks - ticked);
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

    /** How far the clock stands behind the latest file, as a step back; zero when it does not. A file that came since the start hides none. */
    private Duration sinceLatestFile(Instant now) {
        return deliveries.latestArrival().filter(latest -> latest.isAfter(now)).map(latest -> Duration.between(latest, now)).orElse(Duration.ZERO);
    }

    private static String words(Duration step) {
        Duration size = step.abs();
        String much = size.toDays() > 1 ? size.toDays() + " days" : size.toHours() > 1 ? size.toHours() + " hours" : Math.max(1, size.toMinutes()) + " minutes";
        return "The machine's clock went " + (step.isNegative() ? "back" : "forward") + " by about " + much + ", or the machine was asleep. What came is kept in its order all the same; "
                + "limits to acknowledge and expected files are reckoned by the clock as it now stands. Look at the machine's time service.";
    }

    @Override
    protected HubTask task() {
        return regularly;
    }
}
