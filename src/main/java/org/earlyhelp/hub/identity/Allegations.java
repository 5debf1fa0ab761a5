package org.earlyhelp.hub.identity;

import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.person.MentionedPerson;

/** Who is alleged to have done harm. Shown alone, to the front door only, with a reason: through the disclosure desk. */
public interface Allegations {
    /**
     * One person whom one record names as alleged perpetrator.
     *
     * @param person P- reference
     * @param words  what the record says of the person
     * @param harmed P- references of whom the same record names as victim: to tell a counter-allegation, never to be shown beside
     */
    record Alleged(String agency, String person, MentionedPerson words, List<String> harmed) {
        public Alleged {
            harmed = List.copyOf(harmed);
        }

        @Override
        public String toString() {
            return person;
        }
    }

    /** Whom the current versions of these records name; records are given by the opaque id of any version. The latest first. */
    List<Alleged> in(Collection<String> records);
}
