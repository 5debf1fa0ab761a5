package org.earlyhelp.hub.intake.alarm;

import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.kernel.HubClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An alarm about what may be amiss for a moment without harm: raised once it has lasted, over with the first look at which all is
 * well, also after a restart. Whoever looks may go on undisturbed: an alarm that cannot be kept just now waits for the next look.
 * Thread-safe.
 */
public final class LastingAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(LastingAlarm.class);
    private final OperatorAlarms alarms;
    private final HubClock clock;
    private final String key;
    private final String kind;
    private final String place;
    /** Null while all is well. */
    private Instant amissSince;
    /** Whether an alarm of this key may be open, also one from before a restart. */
    private boolean mayBeOpen = true;

    /** Key, kind and place as {@link OperatorAlarms#raise} takes them. */
    public LastingAlarm(OperatorAlarms alarms, HubClock clock, String key, String kind, String place) {
        this.alarms = alarms;
        this.clock = clock;
        this.key = key;
        this.kind = kind;
        this.place = place;
    }

    /** It is amiss at this look: an alarm with these words once it has been so at every look for {@code limit}. */
    public synchronized void amiss(Duration limit, String words) {
        Instant now = clock.now();
        if (amissSince == null || now.isBefore(amissSince)) {
            amissSince = now;
        }
        if (!now.isBefore(amissSince.plus(limit))) {
            mayBeOpen = true;
            quietly(() -> alarms.raise(key, kind, words, place));
        }
    }

    /** All is well at this look. */
    public synchronized void well() {
        amissSince = null;
        if (mayBeOpen) {
            quietly(() -> {
                alarms.clear(key);
                mayBeOpen = false;
            });
        }
    }

    private void quietly(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.warn("an alarm of kind {} cannot be kept just now ({}); tried again with the next look", kind, e.getClass().getSimpleName());
        }
    }
}
