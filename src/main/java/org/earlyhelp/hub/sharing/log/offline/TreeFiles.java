package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.EntryBundle;
import org.earlyhelp.hub.sharing.log.SubtreeVisitor;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;

/**
 * Compares a growing tree, entry by entry, with the tiles and the bundles of a folder. Throws FaultFound at the first that
 * differs, lacks or is too long. Keeps one tile of each level. Not thread-safe.
 */
final class TreeFiles implements SubtreeVisitor {
    private final LogFolder folder;
    private final long size;
    private final Map<Integer, byte[]> tiles = new HashMap<>();
    private byte[] bundle;

    /** {@code size} as the checkpoint states it: it says how wide the last tile of each level is. */
    TreeFiles(LogFolder folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /** Compares an entry with the bundle where it belongs. */
    void entry(long index, Commitment commitment) {
        TileIndex tile = TileIndex.numbered(0, index / TileIndex.FULL_WIDTH, size);
        int place = (int) (index % TileIndex.FULL_WIDTH);
        if (place == 0) {
            bundle = read(tile.entriesPath(), index, tile.width() * EntryBundle.ENTRY_BYTES);
        }
        if (!EntryBundle.holds(bundle, place, commitment)) {
            throw new FaultFound(bundle.length < (place + 1) * EntryBundle.ENTRY_BYTES ? cutShort(index, tile.entriesPath(), tile.width() * EntryBundle.ENTRY_BYTES, bundle.length)
                    : LogFault.at(index, tile.entriesPath(), "entry " + place + " of the bundle is not that of " + LogFolder.ENTRIES));
        }
    }

    /** Compares a hash with the tile where it belongs, if it belongs in one. */
    @Override
    public void completed(int level, long index, TreeHash hash) {
        if (level % TileIndex.HEIGHT != 0) {
            return;
        }
        TileIndex tile = TileIndex.numbered(level / TileIndex.HEIGHT, index / TileIndex.FULL_WIDTH, size);
        int place = (int) (index % TileIndex.FULL_WIDTH);
        long firstEntry = index << level;
        if (place == 0) {
            tiles.put(level, read(tile.path(), firstEntry, tile.width() * TreeHash.BYTES));
        }
        byte[] row = tiles.get(level);
        if (row.length < (place + 1) * TreeHash.BYTES) {
            throw new FaultFound(cutShort(firstEntry, tile.path(), tile.width() * TreeHash.BYTES, row.length));
        }
        TreeHash kept = TreeHash.of(Arrays.copyOfRange(row, place * TreeHash.BYTES, (place + 1) * TreeHash.BYTES));
        if (!kept.equals(hash)) {
            throw new FaultFound(LogFault.at(firstEntry, tile.path(), "hash " + place + " of the tile is not that of the entries").compared(hash, kept));
        }
    }

    private byte[] read(String path, long firstEntry, int expectedBytes) {
        try {
            return folder.read(path, expectedBytes).orElseThrow(() ->
                    new FaultFound(LogFault.at(firstEntry, path, "the file is missing or longer than " + expectedBytes + " bytes")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogFault cutShort(long index, String path, int expectedBytes, int foundBytes) {
        return LogFault.at(index, path, "the file is cut short").compared(expectedBytes + " bytes", foundBytes + " bytes");
    }
}
