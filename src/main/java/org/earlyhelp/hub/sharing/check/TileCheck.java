package org.earlyhelp.hub.sharing.check;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.log.SubtreeVisitor;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.storage.TreeTables;

/** Makes every tile anew while leaves are appended and compares it with the one that is kept. Not thread-safe. */
final class TileCheck implements SubtreeVisitor {
    private static final int FULL_BYTES = TileIndex.FULL_WIDTH * TreeHash.BYTES;

    private final TreeTables tables;
    private final Faults faults;
    private final TreeMap<Integer, Growing> growing = new TreeMap<>();

    TileCheck(TreeTables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    /** The last tile of a level; {@code number} is -1 before the first hash. */
    private static final class Growing {
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream(FULL_BYTES);
        private long number = -1;
        /** False for a tile whose beginning lies before the first leaf of this check. */
        private boolean whole = true;
    }

    @Override
    public void completed(int level, long index, TreeHash hash) {
        if (level % TileIndex.HEIGHT != 0) {
            return;
        }
        Growing tile = growing.computeIfAbsent(level / TileIndex.HEIGHT, any -> new Growing());
        if (tile.number < 0) {
            tile.whole = index % TileIndex.FULL_WIDTH == 0;
            tile.number = index / TileIndex.FULL_WIDTH;
        }
        tile.hashes.writeBytes(hash.bytes());
        if (index % TileIndex.FULL_WIDTH == TileIndex.FULL_WIDTH - 1) {
            compare(level / TileIndex.HEIGHT, tile);
            tile.hashes.reset();
            tile.number++;
            tile.whole = true;
        }
    }

    /** After the last leaf: the tiles that are not full. */
    void end() {
        growing.forEach((level, tile) -> {
            if (tile.hashes.size() > 0) {
                compare(level, tile);
            }
        });
    }

    private void compare(int level, Growing tile) {
        Optional<byte[]> kept = tables.tile(level, tile.number);
        String name = "table sharing_tile: the row of level " + level + ", number " + tile.number;
        if (kept.isEmpty()) {
            faults.add(name + " was deleted");
        } else if (!fits(kept.get(), tile.hashes.toByteArray(), tile.whole)) {
            faults.add(name + " was changed");
        }
    }

    /** Of a tile that was begun before, the end is compared. */
    private static boolean fits(byte[] kept, byte[] made, boolean whole) {
        return whole ? Arrays.equals(kept, made)
                : kept.length >= made.length && Arrays.equals(kept, kept.length - made.length, kept.length, made, 0, made.length);
    }
}
