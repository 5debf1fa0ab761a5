package org.earlyhelp.hub.web.operation;

import java.time.Instant;
import java.util.Optional;

/** When a feed's next file is expected, for whoever keeps a calendar of feeds. */
public interface FeedForecast {
    /** The next moment at which a file is late if none comes; empty for a feed that sends at any time. */
    Optional<Instant> nextDue(String agency, String feed);
}
