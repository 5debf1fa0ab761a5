package org.earlyhelp.hub.identity;

import org.earlyhelp.hub.person.MentionedPerson;

/**
 * A person as known now. Personal data: show it through the disclosure desk only.
 *
 * @param family      F- reference, or null while nothing places the person
 * @param role        CHILD, CARER or ADULT in that family; null without one
 * @param placeHidden address, telephone, school and locality must not be shown or sent
 * @param summary     the newest stated value of each field
 */
public record PersonView(long id, String ref, String family, String role, boolean placeHidden, boolean sealed, MentionedPerson summary) {
    @Override
    public String toString() {
        return ref;
    }
}
