package org.earlyhelp.hub.identity.storage;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.person.Mention;

/**
 * A record waiting for identity, with the people it mentions in the order of role and index.
 *
 * @param trail of the delivery that gave the record its newest form
 */
public record WorkRecord(Trail trail, long id, String ref, String agency, String feed, String sourceRef, int version, boolean current, String factKind,
                         Instant observedAt, boolean urgent, List<WorkMention> mentions) {
    /**
     * One mention as it is now and the link it has.
     *
     * @param person    the person it is linked to, or null
     * @param unchanged the identity fields are those of the linking: the link stands
     */
    public record WorkMention(long id, Mention mention, byte[] fingerprint, Long person, boolean unchanged) {
    }

    /** The record as evidence names it. */
    public String evidence() {
        return agency + "/" + feed + "/" + ref + "@" + version;
    }

    /** What says whether a record is the same in another version. */
    public String source() {
        return agency + "|" + feed + "|" + sourceRef;
    }
}
