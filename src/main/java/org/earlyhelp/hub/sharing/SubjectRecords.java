package org.earlyhelp.hub.sharing;

import java.util.List;

/**
 * What one room holds about a person, for an answer to that person. Every room that holds personal data implements it; the room of
 * rights collects. Reading discloses nothing yet: who shows it asks the disclosure desk.
 */
public interface SubjectRecords {
    /** Everything about the person of that P- reference, who stands; in an order that stays the same, at most {@code limit}. */
    List<SubjectItem> of(String person, int limit);
}
