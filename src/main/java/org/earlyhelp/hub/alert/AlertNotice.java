package org.earlyhelp.hub.alert;

import java.time.Instant;

/**
 * A notice that an alert waits too long, or that something about it needs a manager. No personal data.
 *
 * @param notice such as {@code half-limit}, {@code acknowledge-overdue}, {@code decide-overdue}
 * @param told   {@code manager} or {@code out-of-hours}
 */
public record AlertNotice(String alert, String notice, String told, String message, Instant at) {
}
