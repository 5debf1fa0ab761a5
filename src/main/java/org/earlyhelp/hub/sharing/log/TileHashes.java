package org.earlyhelp.hub.sharing.log;

import java.util.function.Function;

/**
 * The hashes of a tree of a given size, out of its tiles.
 *
 * @param size  leaves of the tree
 * @param tiles gives a tile as it is in a tree of that size; throws IllegalStateException when it is not there
 */
public record TileHashes(long size, Function<TileIndex, Tile> tiles) implements HashReader {
    @Override
    public TreeHash read(int level, long index) {
        if (level < 0 || level >= Long.SIZE - 1 || index < 0 || index >= size >>> level) {
            throw new IllegalStateException("no complete subtree " + index + " of level " + level + " in a tree of " + size);
        }
        int tileLevel = level / TileIndex.HEIGHT;
        int height = level % TileIndex.HEIGHT;
        long number = index << height >>> TileIndex.HEIGHT;
        int group = (int) (index - (number << TileIndex.HEIGHT - height));
        return tiles.apply(TileIndex.numbered(tileLevel, number, size)).subtree(height, group);
    }
}
