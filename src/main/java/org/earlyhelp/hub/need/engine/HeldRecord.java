package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Role;

/**
 * One version of a record as the hub holds it.
 *
 * @param id         order of arrival
 * @param ref        opaque record id
 * @param sourceRef  only to tell which versions belong together; never shown
 * @param observedAt when it was so
 * @param notes      faults of form that a reader must know
 */
public record HeldRecord(long id, String ref, String agency, String feed, String sourceRef, int version, Fact fact,
                         Instant observedAt, Instant receivedAt, List<String> notes, List<Mentioned> mentions) {
    /**
     * A person the record mentions.
     *
     * @param person database id, 0 while the mention is not linked
     * @param match  CERTAIN, PROBABLE, REVIEW or NEW; null while not linked
     */
    public record Mentioned(long person, Role role, int index, String match, List<String> notes) {
        public Mentioned {
            notes = List.copyOf(notes);
        }

        /** The mention is surely this person: joined by a certain match, or the person was made from it. */
        public boolean isSure() {
            return "CERTAIN".equals(match) || "NEW".equals(match);
        }
    }

    public HeldRecord {
        notes = List.copyOf(notes);
        mentions = List.copyOf(mentions);
    }

    /** {@code agency/feed/id@version}. */
    public String evidence() {
        return agency + "/" + feed + "/" + ref + "@" + version;
    }

    /** Whether the record is about the person rather than naming them beside someone else. */
    public boolean isAbout(long person) {
        return mentions.stream().anyMatch(mention -> mention.person() == person && mention.role().isSubject());
    }
}
