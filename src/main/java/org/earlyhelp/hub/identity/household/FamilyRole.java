package org.earlyhelp.hub.identity.household;

/** What somebody is in their family now. */
public enum FamilyRole {
    CHILD, CARER, ADULT
}
