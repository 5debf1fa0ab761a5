package org.earlyhelp.hub.rights.request;

/** What a person can ask for. Source: UK GDPR Articles 15, 16, 18 and 21; Data Protection Act 2018 section 164A for complaints. */
public enum RequestKind {
    ACCESS, RECTIFICATION, OBJECTION, RESTRICTION, COMPLAINT;

    /** Whether the answer changes or lets out so much that a second person releases it. */
    public boolean needsTwoPeople() {
        return this == ACCESS || this == OBJECTION || this == RESTRICTION;
    }

    /** Whether the answer is about one person's data, so that the person must be found first. */
    public boolean needsPerson() {
        return this != COMPLAINT;
    }
}
