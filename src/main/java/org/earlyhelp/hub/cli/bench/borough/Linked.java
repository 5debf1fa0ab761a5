package org.earlyhelp.hub.cli.bench.borough;

import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.person.MentionedPerson;

/**
 * A mention after all files, with the truth beside it.
 *
 * @param who    who it truly is
 * @param person the hub's person it is linked to
 * @param ground why it was linked so
 */
record Linked(long mention, String agency, Resident who, long person, Reason ground, MentionedPerson said) {
    /** The same mention, linked to another person. */
    Linked as(long other) {
        return new Linked(mention, agency, who, other, ground, said);
    }
}
