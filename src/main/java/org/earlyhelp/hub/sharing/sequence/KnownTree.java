package org.earlyhelp.hub.sharing.sequence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.TreeTables;

/**
 * Follows the leaves of the database from a tree that is known to be right, and stops where they are not what was signed.
 * Not thread-safe.
 */
final class KnownTree {
    private final TreeTables tables;
    private CompactRange range = new CompactRange();

    KnownTree(TreeTables tables) {
        this.tables = tables;
    }

    long size() {
        return range.size();
    }

    CompactRange copy() {
        return range.copy();
    }

    void become(CompactRange grown) {
        range = grown;
    }

    /**
     * Reads all leaves under the newest checkpoint and holds them against it and against those remembered outside.
     * Throws LogBehind when the database is behind one of these, LogStopped when it has other entries.
     */
    void rebuild(Optional<CheckpointRow> newest, List<Checkpoint> outside) {
        long size = newest.map(CheckpointRow::size).orElse(0L);
        outside.stream().filter(known -> known.size() > size).max(Comparator.comparingLong(Checkpoint::size)).ifPresent(known -> {
            throw new LogBehind(known, size, "The database is older than its own log: it ends after " + size + " entries, but " + known.size()
                    + " were signed. An earlier state of it was restored; entries " + size + " to " + (known.size() - 1) + " are missing.");
        });
        CompactRange rebuilt = new CompactRange();
        outside.stream().sorted(Comparator.comparingLong(Checkpoint::size)).forEach(known -> {
            grow(rebuilt, known.size());
            require(rebuilt, known.root(), "The entries before " + known.size() + " are not those that were signed: the database was changed or exchanged.");
        });
        grow(rebuilt, size);
        newest.ifPresent(row -> require(rebuilt, row.root(), "The entries in the database do not make the root of its checkpoint of size " + row.size()
                + ": entries or the checkpoint were changed."));
        range = rebuilt;
    }

    /** Takes in what another hub has appended since. Throws LogStopped when this tree is no beginning of that. */
    void follow(Optional<CheckpointRow> newest) {
        long size = newest.map(CheckpointRow::size).orElse(0L);
        if (size < range.size()) {
            throw new LogStopped("The database has gone back: it ends after " + size + " entries, and this hub knows of " + range.size() + " that were signed.");
        }
        CompactRange followed = range.copy();
        grow(followed, size);
        newest.ifPresent(row -> require(followed, row.root(), "The newest checkpoint in the database, of size " + row.size() + ", does not continue the log that this hub knows."));
        range = followed;
    }

    private void grow(CompactRange growing, long size) {
        tables.leaves(growing.size(), size, (Leaf leaf) -> {
            if (leaf.index() != growing.size()) {
                throw new LogStopped("Entry " + growing.size() + " of the log is missing from table sharing_leaf.");
            }
            growing.append(leaf.commitment().leafHash());
        });
        if (growing.size() != size) {
            throw new LogStopped("Entry " + growing.size() + " of the log is missing from table sharing_leaf.");
        }
    }

    private static void require(CompactRange grown, TreeHash root, String words) {
        if (!grown.root().equals(root)) {
            throw new LogStopped(words);
        }
    }
}
