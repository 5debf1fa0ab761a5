package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/**
 * One alert with all that led to where it stands, oldest first. Names, free text and contacts in it are for pages, shown
 * only as far as the disclosure desk allows.
 *
 * @param reason         the deciding person's words, or null
 * @param acknowledgedAt null while nobody has
 */
public record AlertHistory(Alert alert, String reason, Instant acknowledgedAt, List<Step> steps, List<Decision> decisions) {
    /** A version or change of state as it stood. */
    public record Step(int version, String event, Instant at, AlertContent content) {
    }

    public AlertHistory {
        steps = List.copyOf(steps);
        decisions = List.copyOf(decisions);
    }
}
