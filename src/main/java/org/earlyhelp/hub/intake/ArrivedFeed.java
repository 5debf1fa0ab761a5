package org.earlyhelp.hub.intake;

import java.time.Instant;

/** What has arrived of one feed, in numbers: how many files, test drops left out, and when the newest came. */
public record ArrivedFeed(String agency, String feed, long files, Instant latest) {
}
