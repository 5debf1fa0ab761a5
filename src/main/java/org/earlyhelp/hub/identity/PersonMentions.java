package org.earlyhelp.hub.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Role;

/** What each source said of a person, and why the hub took it to be that person. Personal data: show it through the disclosure desk only. */
public interface PersonMentions {
    /**
     * One mention in a record.
     *
     * @param record  the opaque name of the record: {@code agency/feed/id@version}
     * @param current no newer version of the record is held
     * @param match   CERTAIN, PROBABLE, REVIEW or NEW
     * @param why     the reason of the link as a sentence without values
     * @param person  P- reference of the person it is linked to
     * @param words   what the source said
     */
    record Said(long mention, String record, String agency, Role role, Instant on, boolean current, String match, String why, String person,
                MentionedPerson words) {
        @Override
        public String toString() {
            return record;
        }
    }

    /** The mentions of a person who stands, the newest first, at most {@code limit}; where somebody is alleged to have done harm is left out. */
    List<Said> of(String person, int limit);

    /** References of people who were made one with the person, the latest first; each can be taken out again. */
    List<String> mergedInto(String person);

    /** Whose mention it is; empty when it is not linked, or left out as above. */
    Optional<Said> find(long mention);
}
