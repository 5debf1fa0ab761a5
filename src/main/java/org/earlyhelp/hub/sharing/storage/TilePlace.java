package org.earlyhelp.hub.sharing.storage;

/** Which tile, whatever its width. */
public record TilePlace(int level, long number) {
}
