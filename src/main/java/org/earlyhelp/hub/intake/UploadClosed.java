package org.earlyhelp.hub.intake;

/** News: a complete upload lies in the lane of that feed. Only a wake-up; the lane folder is the truth. */
public record UploadClosed(String agency, String feed) {
}
