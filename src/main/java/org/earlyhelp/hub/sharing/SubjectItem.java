package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.util.Set;

/**
 * One thing that the hub holds about a person, as a room gives it when that person asks under their rights. Personal data: show it
 * through the disclosure desk only.
 *
 * @param id       opaque name, the same each time: never a value
 * @param field    name of the field, as the disclosure policy judges it
 * @param label    what it is, in plain words
 * @param value    what it says
 * @param on       the day it is of; null when it has none
 * @param agency   who stated it; null for what the hub worked out
 * @param own      the record is about this person rather than naming them beside somebody else
 * @param cautions what about it may harm or concern somebody; empty for nothing
 */
public record SubjectItem(String id, Section section, String field, String label, String value, LocalDate on, String agency, DataClass dataClass,
                          boolean own, Set<Caution> cautions) {
    /** The parts of an answer, in order. */
    public enum Section { DETAILS, TOLD, WORKED_OUT, GIVEN }

    /** Why something may not be handed over unread. */
    public enum Caution {
        /** It is about somebody else. */
        OTHER_PERSON,
        /** It tells where somebody is. */
        PLACE,
        /** As PLACE, from a record that names others too. */
        SHARED_PLACE,
        /** It tells who raised a concern. */
        REFERRER,
        DOMESTIC_ABUSE,
        ALLEGATION,
        HEALTH,
        SOCIAL_WORK,
        CHILD_ABUSE,
        CRIME,
        FREE_TEXT,
        STAFF
    }

    public SubjectItem {
        cautions = Set.copyOf(cautions);
    }

    /** Whether the item is to be handled with that caution. */
    public boolean has(Caution caution) {
        return cautions.contains(caution);
    }

    @Override
    public String toString() {
        return id;
    }
}
