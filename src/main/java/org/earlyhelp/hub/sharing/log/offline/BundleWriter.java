package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.EntryBundle;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.TileIndex;

/** Collects entries, in their order, and writes one bundle after another. Not thread-safe. */
final class BundleWriter {
    /** Where a bundle goes. */
    interface Files {
        void write(String path, byte[] bytes) throws IOException;
    }

    private final long size;
    private final Files files;
    private final List<Commitment> collected = new ArrayList<>();
    private long number;

    /** {@code size} of the whole tree: it says how wide the last bundle is. */
    BundleWriter(long size, Files files) {
        this.size = size;
        this.files = files;
    }

    void add(Leaf leaf) throws IOException {
        if (leaf.index() / TileIndex.FULL_WIDTH != number) {
            end();
            number = leaf.index() / TileIndex.FULL_WIDTH;
        }
        collected.add(leaf.commitment());
    }

    /** Writes what is left. */
    void end() throws IOException {
        if (!collected.isEmpty()) {
            files.write(TileIndex.numbered(0, number, size).entriesPath(), EntryBundle.encode(collected));
            collected.clear();
        }
    }
}
