package org.earlyhelp.hub.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What all agencies together have told of a family, as far as the hub holds it. A referral whose alleged perpetrator is the only
 * one of the family in it is left out. Reading discloses nothing yet: who shows it asks the disclosure desk.
 */
public interface FamilyStory {
    /**
     * The whole story.
     *
     * @param events   newest first
     * @param involved open ones first, then the latest closed
     * @param contacts how whoever was harmed may be reached, newest first; only of members of this family
     * @param abuse    a domestic-abuse referral concerns the family
     */
    record Story(List<StoryEvent> events, List<Involved> involved, List<SafeContact> contacts, boolean abuse) {
        /** Of a family nobody has told anything of. */
        public static final Story NONE = new Story(List.of(), List.of(), List.of(), false);

        public Story {
            events = List.copyOf(events);
            involved = List.copyOf(involved);
            contacts = List.copyOf(contacts);
        }
    }

    /** A service that works or worked with a member; {@code closed} is null while it is open; others may be null. */
    record Involved(String person, String service, Integer level, String worker, String workerContact, LocalDate opened, LocalDate closed,
                    String agency, String evidence) {
    }

    /** How a member who was harmed may be reached; {@code answer} YES, NO or UNKNOWN, the rest as sent or null. */
    record SafeContact(String person, String agency, String answer, String how, String when, Instant at, String evidence) {
    }

    /** The story of the family with that database id; {@link Story#NONE} for one that does not stand. */
    Story of(long familyId);
}
