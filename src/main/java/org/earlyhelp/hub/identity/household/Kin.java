package org.earlyhelp.hub.identity.household;

import org.earlyhelp.hub.person.Relationship;

/**
 * An adult who is parent or carer of a child.
 *
 * @param resident lives with the child now
 * @param certain  a record names both, each linked beyond doubt, and says what the adult is to the child
 */
public record Kin(long child, long adult, Relationship relationship, boolean resident, boolean certain) {
}
