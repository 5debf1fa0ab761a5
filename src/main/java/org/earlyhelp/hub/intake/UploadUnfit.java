package org.earlyhelp.hub.intake;

/**
 * News: a file on a server of somebody else cannot be taken, and its sender is to be told (receipt REJECTED). Told again, it is the
 * same upload.
 *
 * @param name  as near to the sender's as letters go that harm nobody
 * @param fault what is wrong with it, a plain sentence
 */
public record UploadUnfit(String upload, String agency, String feed, boolean test, String name, long bytes, String fault) {
}
