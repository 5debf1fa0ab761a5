package org.earlyhelp.hub.sharing.log;

import java.util.Arrays;
import org.earlyhelp.hub.kernel.Parsed;

/** A tile's hashes, one after another. */
public final class Tile {
    private final TileIndex index;
    private final byte[] row;

    private Tile(TileIndex index, byte[] row) {
        this.index = index;
        this.row = row;
    }

    /** Bad unless the bytes are exactly as many hashes as the tile is wide. */
    public static Parsed<Tile> of(TileIndex index, byte[] hashes) {
        int expected = index.width() * TreeHash.BYTES;
        return hashes.length == expected ? Parsed.good(new Tile(index, hashes.clone()))
                : Parsed.bad("BAD_TILE", index.path() + " has " + hashes.length + " bytes, expected " + expected);
    }

    /** Which tile of the tree it is. */
    public TileIndex index() {
        return index;
    }

    /** A copy of the hashes, {@value TreeHash#BYTES} bytes each. */
    public byte[] bytes() {
        return row.clone();
    }

    /** The hash at {@code place}, from 0. */
    public TreeHash hash(int place) {
        if (place < 0 || place >= index.width()) {
            throw new IllegalArgumentException(index.path() + " has no hash " + place);
        }
        return TreeHash.at(row, place);
    }

    /** The root of {@code 1 << height} hashes side by side, the group number {@code group} from 0; height at most {@link TileIndex#HEIGHT}. */
    public TreeHash subtree(int height, int group) {
        if (height == 0) {
            return hash(group);
        }
        return TreeHash.node(subtree(height - 1, group * 2), subtree(height - 1, group * 2 + 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile && index.equals(tile.index) && Arrays.equals(row, tile.row);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(row);
    }

    @Override
    public String toString() {
        return index.path();
    }
}
