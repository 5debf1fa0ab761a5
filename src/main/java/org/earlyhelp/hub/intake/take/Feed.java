package org.earlyhelp.hub.intake.take;

import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.sharing.FeedTerms;

/** A feed that may be taken now: its terms, its layout, and whose rows of it are taken. */
public record Feed(FeedTerms terms, Mapping mapping, OwnRows own) {
    /** All rows are taken. */
    public Feed(FeedTerms terms, Mapping mapping) {
        this(terms, mapping, OwnRows.ALL);
    }

    /** Whether its records carry versions; in a feed without, the newest state or arrival stands. */
    public boolean hasVersions() {
        return mapping.file().root().has("recordVersion");
    }
}
