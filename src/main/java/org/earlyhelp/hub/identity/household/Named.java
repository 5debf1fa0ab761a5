package org.earlyhelp.hub.identity.household;

import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;

/**
 * A person as one record names them.
 *
 * @param certain the link between record and person is beyond doubt
 * @param dwelling where the record says the person lives, or null
 */
public record Named(long person, Role role, Relationship relationship, boolean certain, Dwelling dwelling, MentionedPerson said) {
    /** As somebody said; the dwelling is that of the address. */
    public static Named of(long person, Role role, Relationship relationship, boolean certain, MentionedPerson said) {
        return new Named(person, role, relationship, certain, Dwelling.of(said.address()), said);
    }

    /** Whether the record says or implies that this is a child. */
    boolean isChild() {
        return role == Role.CHILD || role == Role.PUPIL || role == Role.UNBORN || isSibling();
    }

    boolean isSibling() {
        return role == Role.CONTACT && relationship == Relationship.SIBLING;
    }

    /** Whether this record asks that places of the person stay unseen. */
    boolean hidesPlace() {
        return said.address() != null && said.address().disclosure().hides();
    }
}
