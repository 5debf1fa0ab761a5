package org.earlyhelp.hub.sharing;

/** The classes in which agreements speak of data. Every field that can be disclosed has one. */
public enum DataClass {
    IDENTITY, CONTACT, ADDRESS, RESTRICTED_PLACE, EDUCATION, HEALTH, DOMESTIC_ABUSE, ALLEGATION, MISSING, SAFEGUARDING,
    INVOLVEMENT, FREE_TEXT, STAFF
}
