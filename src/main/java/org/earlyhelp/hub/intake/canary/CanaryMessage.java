package org.earlyhelp.hub.intake.canary;

/**
 * What a canary carries over the broker and back.
 *
 * @param upload ULID of its file
 * @param text   what the hub would have told of it; null where it raises no alert
 */
public record CanaryMessage(String agency, String feed, String upload, String text) {
}
