package org.earlyhelp.hub.identity;

import java.util.function.Consumer;

/** Who each current record speaks of: the lines of {@code links.csv}. */
public interface LinkedMentions {
    /**
     * One person mentioned in a current record.
     *
     * @param index  from 0 within the role
     * @param person P- reference
     * @param family F- reference, or null while nothing places the person
     * @param match  CERTAIN, PROBABLE, REVIEW or NEW
     * @param record the opaque name of the record: {@code agency/feed/id@version}
     */
    record LinkedMention(String agency, String feed, String sourceRef, int version, String role, int index, String person, String family,
                         String match, String record) {
    }

    /**
     * Hands out every line, ordered by agency, feed, source reference, role and index, a few thousand in memory at a
     * time. Alleged perpetrators are left out. Source references may hold names.
     */
    void forEach(Consumer<LinkedMention> line);
}
