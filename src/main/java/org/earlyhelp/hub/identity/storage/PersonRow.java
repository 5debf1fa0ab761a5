package org.earlyhelp.hub.identity.storage;

import org.earlyhelp.hub.identity.household.FamilyRole;
import org.earlyhelp.hub.person.MentionedPerson;

/** A person as stored. {@code family} and {@code role} are null while nothing places the person. */
public record PersonRow(long id, String ref, Long family, FamilyRole role, boolean placeHidden, MentionedPerson summary) {
}
