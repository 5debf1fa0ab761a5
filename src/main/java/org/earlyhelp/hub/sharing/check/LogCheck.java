package org.earlyhelp.hub.sharing.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.Tile;
import org.earlyhelp.hub.sharing.log.TileHashes;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.KnownKey;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.sequence.KeptOutside;
import org.earlyhelp.hub.sharing.sequence.LogStopped;
import org.earlyhelp.hub.sharing.storage.CheckTables;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.KeyTable;
import org.earlyhelp.hub.sharing.storage.StoredLog;
import org.earlyhelp.hub.sharing.storage.TreeTables;

/**
 * Recomputes the log from its entries and names every row that differs: entries, leaves, tiles, checkpoints, keys and what
 * waits. One run at a time sees one moment: call it inside a transaction that reads repeatably. Changes nothing.
 */
public final class LogCheck {
    /** Entries that a check of the latest looks at, and up to a tile more. */
    public static final long TAIL_ENTRIES = 10_000;
    private static final long WAIT_LIMIT_SECONDS = 60;

    private final TreeTables trees;
    private final CheckTables tables;
    private final KeyTable keyTable;
    private final StoredLog log;
    private final LogKeys keys;
    private final KeptOutside outside;

    /** {@code keyFolder} holds what was kept outside the database; all tables are of one database. */
    public LogCheck(TreeTables trees, CheckTables tables, KeyTable keyTable, StoredLog log, LogKeys keys, Path keyFolder) {
        this.trees = trees;
        this.tables = tables;
        this.keyTable = keyTable;
        this.log = log;
        this.keys = keys;
        this.outside = KeptOutside.in(keyFolder);
    }

    /** Of a hub that does not run in this process. Throws StartFailure when the log's keys are not in {@code keyDir}. */
    public static LogCheck over(DataSource database, Path keyDir) {
        KeyTable table = KeyTable.over(database);
        return new LogCheck(TreeTables.over(database), CheckTables.over(database), table, StoredLog.over(database, keyDir), LogKeys.reading(keyDir, table), keyDir);
    }

    /** Looks at every entry, or at the latest alone. */
    public LogState.Check run(boolean whole) {
        Faults faults = new Faults();
        // Before the first query, for it is written after each commit: what the transaction then sees is never behind it.
        Optional<Checkpoint> kept = kept(faults);
        long size = trees.newest().map(CheckpointRow::size).orElse(0L);
        long from = whole ? 0 : Math.max(0, size - TAIL_ENTRIES) / TileIndex.FULL_WIDTH * TileIndex.FULL_WIDTH;
        CompactRange tree = from == 0 ? new CompactRange() : before(from, faults);
        long looked = tree.size();
        follow(tree, kept, faults);
        lookBeside(tree.size(), faults);
        lookAtKeys(faults);
        return new LogState.Check(HubClock.machineTime(), looked == 0, tree.size() - looked, faults.count(), faults.kept());
    }

    /** The tree before the tail, out of the tiles; from the beginning where they do not give it. */
    private CompactRange before(long from, Faults faults) {
        try {
            return CompactRange.of(from, new TileHashes(from, this::tile));
        } catch (IllegalStateException e) {
            faults.add("table sharing_tile: " + e.getMessage());
            return new CompactRange();
        }
    }

    private Tile tile(TileIndex index) {
        return log.tile(index).flatMap(hashes -> Tile.of(index, hashes).asOptional())
                .orElseThrow(() -> new IllegalStateException("the row of level " + index.level() + ", number " + index.number() + " was deleted or cut"));
    }

    private void follow(CompactRange tree, Optional<Checkpoint> kept, Faults faults) {
        EntryCheck entries = new EntryCheck(new EntrySeal(keys), lost(KnownKey.Kind.SEAL), retired(), faults);
        TileCheck tiles = new TileCheck(trees, faults);
        CheckpointCheck checkpoints = new CheckpointCheck(trees, keys.signing(), log.keys(), lost(KnownKey.Kind.SIGNING), tree.size(), faults);
        tables.rows(tree.size(), row -> {
            for (; tree.size() < row.index(); checkpoints.look(tree)) {
                faults.add("table sharing_leaf: the row of index " + tree.size() + " was deleted");
                // Something must stand there for the rows after it; the root is wrong from here on, and so it is told.
                tree.append(TreeHash.EMPTY, tiles);
            }
            entries.look(row);
            tree.append(row.kept().length == Commitment.BYTES ? Commitment.kept(row.kept()).leafHash() : TreeHash.EMPTY, tiles);
            checkpoints.look(tree);
        });
        tables.waitingErasures(entries::look);
        entries.end();
        tiles.end();
        checkpoints.end(tree, kept);
    }

    private Optional<Checkpoint> kept(Faults faults) {
        try {
            return outside.read(log.keys());
        } catch (LogStopped e) {
            faults.add(e.getMessage());
            return Optional.empty();
        }
    }

    private void lookBeside(long size, Faults faults) {
        name(tables.outsideTheLog(), "table sharing_entry: an entry was added beside the log, or its rows in sharing_leaf or sharing_pending were deleted: id ", faults);
        name(tables.waitingForNothing(), "table sharing_pending: a row was added or changed, or its entry deleted: ordinal ", faults);
        name(tables.waitingLongerThan(WAIT_LIMIT_SECONDS), "table sharing_pending: waits longer than a minute for its place: ordinal ", faults);
        name(tables.tilesBeyond(size), "table sharing_tile: a row was added: level and number ", faults);
    }

    private static void name(CheckTables.Found found, String words, Faults faults) {
        found.named().forEach(row -> faults.add(words + row));
        for (long more = found.named().size(); more < found.count(); more++) {
            faults.add(words + "not named");
        }
    }

    private void lookAtKeys(Faults faults) {
        keys.faults().forEach(faults::add);
        List<KnownKey> known = keyTable.known();
        for (KnownKey key : keys.atHand()) {
            if (known.stream().noneMatch(row -> row.kind() == key.kind() && row.number() == key.number() && row.mark().equals(key.mark()) && row.state() != KnownKey.State.LOST)) {
                faults.add("table sharing_key: the row of the key " + key.kind() + " " + key.number() + " was changed or deleted");
            }
        }
        Stream<KnownKey> gone = known.stream().filter(row -> row.state() == KnownKey.State.IN_USE || row.state() == KnownKey.State.LOST)
                .filter(row -> keys.givenUp().stream().noneMatch(key -> key.kind() == row.kind() && key.number() == row.number() && key.mark().equals(row.mark())))
                .filter(row -> keys.atHand().stream().noneMatch(key -> key.kind() == row.kind() && key.number() == row.number()));
        gone.forEach(row -> faults.add("the file of the key " + row.kind() + " " + row.number() + " is missing, or its row in table sharing_key was added"));
    }

    private Set<Integer> lost(KnownKey.Kind kind) {
        return keys.givenUp().stream().filter(key -> key.kind() == kind).map(KnownKey::number).collect(Collectors.toSet());
    }

    private Set<Integer> retired() {
        return keyTable.known().stream().filter(key -> key.kind() == KnownKey.Kind.SEAL && key.state() == KnownKey.State.RETIRED).map(KnownKey::number).collect(Collectors.toSet());
    }
}
