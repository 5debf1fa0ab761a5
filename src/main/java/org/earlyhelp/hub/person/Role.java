package org.earlyhelp.hub.person;

/** In what role a record mentions a person. */
public enum Role {
    CHILD, PUPIL, PARENT, CONTACT, VICTIM, ALLEGED_PERPETRATOR, EXPECTANT_PARENT, UNBORN, SUBJECT;

    /** Whether the record is about this person rather than naming them beside someone else. */
    public boolean isSubject() {
        return this == CHILD || this == PUPIL || this == UNBORN || this == SUBJECT;
    }
}
