package org.earlyhelp.hub.intake;

/**
 * News: an upload broke off and was thrown away; the sender is to be told (receipt INCOMPLETE). {@code bytes} arrived;
 * {@code sender} is null for the agency itself.
 */
public record UploadCut(String agency, String sender, String feed, String name, long bytes, boolean test) {
    /** Of the agency itself. */
    public UploadCut(String agency, String feed, String name, long bytes, boolean test) {
        this(agency, null, feed, name, bytes, test);
    }
}
