package org.earlyhelp.hub.identity.review;

import java.time.Instant;

/** What somebody did about a pair; {@code reason} in their words, {@code version} the one it made. */
public record ReviewStep(int version, ReviewAct act, String by, String reason, Instant at) {
}
