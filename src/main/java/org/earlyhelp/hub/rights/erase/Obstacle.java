package org.earlyhelp.hub.rights.erase;

/** What stands against an erasure; {@code absolute}: no reason lifts it. */
public record Obstacle(String words, boolean absolute) {
}
