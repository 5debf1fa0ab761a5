package org.earlyhelp.hub.intake.canary;

import java.util.List;

/** What became of the canaries, for pages. */
@FunctionalInterface
public interface Canaries {
    /** The newest canary of each feed, by agency and feed. */
    List<CanaryFlight> all();
}
