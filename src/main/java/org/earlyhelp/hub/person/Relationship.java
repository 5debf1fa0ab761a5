package org.earlyhelp.hub.person;

/** What the mentioned person is to the child of the record. */
public enum Relationship {
    MOTHER, FATHER, CARER, PARENT, SIBLING, OTHER;

    /** Whether this person may be a carer of the child; a household needs one. */
    public boolean isCarer() {
        return this == MOTHER || this == FATHER || this == CARER || this == PARENT;
    }
}
