package org.earlyhelp.hub.intake;

/** News: an upload broke off and was thrown away; the sender is to be told (receipt INCOMPLETE). {@code bytes} arrived. */
public record UploadCut(String agency, String feed, String name, long bytes, boolean test) {
}
