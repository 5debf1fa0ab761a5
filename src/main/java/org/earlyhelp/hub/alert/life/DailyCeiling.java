package org.earlyhelp.hub.alert.life;

import org.earlyhelp.hub.alert.AlertQueue;

/**
 * How many alerts a day early help is sent before the rest waits in the backlog. First contact has none, ever.
 *
 * @param earlyHelp null for no ceiling
 */
public record DailyCeiling(Integer earlyHelp) {
    public DailyCeiling {
        if (earlyHelp != null && earlyHelp < 0) {
            throw new IllegalArgumentException("a ceiling cannot be below 0");
        }
    }

    /** Whether that queue has a ceiling. */
    public boolean isSetFor(AlertQueue queue) {
        return queue == AlertQueue.EARLY_HELP && earlyHelp != null;
    }

    /** Whether the queue is full with so many alerts raised on the day. */
    public boolean isReached(AlertQueue queue, long raisedToday) {
        return isSetFor(queue) && raisedToday >= earlyHelp;
    }
}
