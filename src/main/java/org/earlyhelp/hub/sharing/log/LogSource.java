package org.earlyhelp.hub.sharing.log;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The log as it is kept, read as of one moment: what a call says agrees with what the others say. Whoever keeps the log
 * implements this. Nothing is mended or left out on the way: what an edit has changed must show in an export.
 */
public interface LogSource {
    /** The log's keys, newest first; never empty. */
    List<NoteKey> keys();

    /** The note of the newest checkpoint as it is kept; empty before the first. */
    Optional<String> checkpoint();

    /** The note of every checkpoint that is kept, the smallest first. */
    void checkpoints(Consumer<String> each);

    /** The leaves from {@code from} to {@code to}, the last excluded, in their order; one that is missing is left out. */
    void leaves(long from, long to, boolean withOpenings, Consumer<Leaf> each);

    /** The hashes of a tile as they are kept, as many as the tile is wide unless some are missing; empty when all are. */
    Optional<byte[]> tile(TileIndex index);

    /**
     * Whether every erased entry is named by an entry that has its place in the log already. False for at most a moment
     * after an erasure: an export with payloads waits for it.
     */
    boolean erasuresAreStated();
}
