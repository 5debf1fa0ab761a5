package org.earlyhelp.hub.intake;

import java.time.Instant;

/** Files of one feed that wait for an agreement or a layout; {@code since} is when the oldest came. */
public record HeldFeed(String agency, String feed, long files, Instant since) {
}
