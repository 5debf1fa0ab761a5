package org.earlyhelp.hub.identity;

import java.time.Instant;
import java.util.List;

/** What a steward has to look at. Holds references, no values. */
public interface OpenFindings {
    /**
     * One finding.
     *
     * @param room    the room that raised it
     * @param code    such as an identifier conflict
     * @param about   P-, F- or record reference
     * @param message a plain sentence
     */
    record Finding(long id, String room, String code, String about, String message, Instant raisedAt) {
    }

    /** The open ones, the oldest first; at most {@code limit}. */
    List<Finding> oldest(int limit);

    /** How many are open. */
    long count();
}
