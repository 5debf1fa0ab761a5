package org.earlyhelp.hub.sharing;

/** The classes in which agreements speak of data. Every field that can be disclosed has one. */
public enum DataClass {
    IDENTITY("who somebody is"),
    CONTACT("how to reach somebody"),
    ADDRESS("where somebody lives"),
    RESTRICTED_PLACE("a hidden place"),
    EDUCATION("school"),
    HEALTH("health"),
    DOMESTIC_ABUSE("domestic abuse"),
    ALLEGATION("who is alleged to have done harm"),
    MISSING("going missing"),
    SAFEGUARDING("safeguarding"),
    INVOLVEMENT("who works with a family"),
    FREE_TEXT("free text"),
    STAFF("workers");

    private final String words;

    DataClass(String words) {
        this.words = words;
    }

    /** In plain words, as part of a sentence. */
    public String words() {
        return words;
    }
}
