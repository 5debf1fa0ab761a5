package org.earlyhelp.hub.intake.take;

import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.sharing.FeedTerms;

/** A feed that may be taken now: its terms and its layout. */
public record Feed(FeedTerms terms, Mapping mapping) {
    /** Whether its records carry versions; in a feed without, the newest state or arrival stands. */
    public boolean hasVersions() {
        return mapping.file().root().has("recordVersion");
    }
}
