package org.earlyhelp.hub.linkage.dataset;

/** What a column of a data set holds. The name in a columns file is {@link #key()}. */
public enum Field {
    SURNAME("surname"),
    FORENAMES("forenames"),
    MIDDLE_NAMES("middleNames"),
    KNOWN_AS("knownAs"),
    /** Forename first, surname last; "SURNAME, Forename" with a comma. Used where surname or forenames are not given. */
    FULL_NAME("fullName"),
    DATE_OF_BIRTH("dateOfBirth"),
    SEX("sex"),
    EMAIL("email"),
    LINE1("line1"),
    TOWN("town"),
    POSTCODE("postcode"),
    PHONE("phone"),
    NHS_NUMBER("nhsNumber"),
    UPN("upn"),
    IDENTIFIER("identifier"),
    OTHER("other");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** As a column map writes it. */
    public String key() {
        return key;
    }

    /** Whether several columns may hold it, each compared by itself. */
    public boolean mayRepeat() {
        return this == IDENTIFIER || this == OTHER;
    }
}
