package org.earlyhelp.hub.need;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing that an agency reported of a member of a family.
 *
 * @param at       the event's time; null where only the day is known
 * @param person   P- reference
 * @param what     one plain sentence without names, places or free text
 * @param good     something that goes well
 * @param evidence {@code agency/feed/ULID@version}
 */
public record StoryEvent(LocalDate on, Instant at, Kind kind, String person, String agency, String what, boolean good, String evidence) {
    /** What the event is about, in the order in which a page explains them. */
    public enum Kind { MISSING, RETURN, DOMESTIC_ABUSE, SAFEGUARDING, SCHOOL, HEALTH, INVOLVEMENT, CONCERN }
}
