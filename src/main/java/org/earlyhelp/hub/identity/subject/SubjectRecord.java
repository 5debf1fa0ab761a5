package org.earlyhelp.hub.identity.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;

/**
 * One record that mentions the person.
 *
 * @param ref    opaque id
 * @param texts  its free texts by name, opened
 * @param own    the mentions of the person; never empty
 * @param others everybody else it mentions
 */
public record SubjectRecord(String ref, String agency, int version, boolean current, Instant observedAt, Fact fact, Map<String, String> texts, List<Said> own,
                            List<Said> others) {
    /** One mention; {@code relationship} is null where the role says it all. */
    public record Said(long mention, Role role, Relationship relationship, MentionedPerson words) {
        @Override
        public String toString() {
            return "mention " + mention;
        }
    }

    public SubjectRecord {
        texts = Map.copyOf(texts);
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    /** Whether the record is about the person rather than naming them beside somebody else. */
    public boolean isAbout() {
        return own.stream().anyMatch(said -> said.role().isSubject());
    }

    @Override
    public String toString() {
        return ref;
    }
}
