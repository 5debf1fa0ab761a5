package org.earlyhelp.hub.alert.message;

/**
 * What a disclosure must know of a person.
 *
 * @param numberedBy an agency whose current record states the NHS number; null when none does
 */
public record PersonFlags(String person, boolean placeHidden, boolean sealed, String numberedBy) {

    /** The same, said of an earlier reference of that person. */
    public PersonFlags of(String earlierReference) {
        return new PersonFlags(earlierReference, placeHidden, sealed, numberedBy);
    }
}
