package org.earlyhelp.hub.identity;

import java.time.Instant;
import java.util.List;

/**
 * The references under which the hub has spoken of a person: its own, those merged into it, and those it was taken for
 * until somebody parted them. Tells references only.
 */
public interface PersonReferences {
    /**
     * One of them.
     *
     * @param since  from when it stood for the person; null for always
     * @param until  until when; null while it does
     * @param reason how it came to
     */
    record Held(String ref, Instant since, Instant until, Reason reason) {
    }

    /** OWN: asked for, or the one that stands now. MERGED: taken over. SHARED: of somebody else, of whom the person was part until then. */
    enum Reason { OWN, MERGED, SHARED }

    /** The most references followed. */
    int LIMIT = 100;

    /** All of them, the one that stands now first; empty for an unknown reference. */
    List<Held> of(String ref);
}
