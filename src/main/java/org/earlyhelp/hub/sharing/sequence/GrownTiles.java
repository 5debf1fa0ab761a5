package org.earlyhelp.hub.sharing.sequence;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.earlyhelp.hub.sharing.log.SubtreeVisitor;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.storage.TilePlace;

/** Gathers the hashes that appended leaves add to tiles, in their order. Not thread-safe. */
final class GrownTiles implements SubtreeVisitor {
    private final Map<TilePlace, ByteArrayOutputStream> hashes = new LinkedHashMap<>();

    @Override
    public void completed(int level, long index, TreeHash hash) {
        if (level % TileIndex.HEIGHT == 0) {
            TilePlace tile = new TilePlace(level / TileIndex.HEIGHT, index / TileIndex.FULL_WIDTH);
            hashes.computeIfAbsent(tile, any -> new ByteArrayOutputStream()).writeBytes(hash.bytes());
        }
    }

    /** By tile, the new hashes alone. */
    Map<TilePlace, byte[]> hashes() {
        Map<TilePlace, byte[]> all = new LinkedHashMap<>();
        hashes.forEach((tile, bytes) -> all.put(tile, bytes.toByteArray()));
        return all;
    }
}
