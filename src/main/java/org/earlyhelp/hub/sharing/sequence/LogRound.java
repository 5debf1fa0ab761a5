package org.earlyhelp.hub.sharing.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSigner;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.seal.SigningKey;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.OriginTable;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.earlyhelp.hub.sharing.storage.WaitingEntry;

/** One round of sequencing, inside one transaction: what waits gets its places, and the tree that results is signed. */
final class LogRound {
    /** Most entries of one round. */
    static final int ENTRY_LIMIT = 5_000;

    private final TreeTables tables;
    private final LogKeys keys;
    private final OriginTable origins;

    LogRound(TreeTables tables, LogKeys keys, OriginTable origins) {
        this.tables = tables;
        this.keys = keys;
        this.origins = origins;
    }

    /** What a round would leave behind; it counts only once the transaction has committed. */
    record Grown(CompactRange tree, CheckpointRow checkpoint, int entries) {
    }

    /** Empty when another hub has its turn or nothing waits. {@code tree} has followed the database afterwards, but does not hold the round's own entries. */
    Optional<Grown> run(KnownTree tree) {
        if (!tables.takesTurn()) {
            return Optional.empty();
        }
        Optional<CheckpointRow> newest = tables.newest();
        newest.ifPresent(this::requireOurs);
        tree.follow(newest);
        List<WaitingEntry> entries = tables.take(ENTRY_LIMIT);
        return entries.isEmpty() ? Optional.empty() : Optional.of(append(tree.copy(), newest, entries));
    }

    /** Throws LogStopped unless one of the keys at hand signed it under the name of this log. */
    void requireOurs(CheckpointRow row) {
        List<NoteKey> open = keys.open();
        Parsed<SignedCheckpoint> read = SignedCheckpoint.open(row.note().getBytes(java.nio.charset.StandardCharsets.UTF_8), open);
        if (!(read instanceof Parsed.Good<SignedCheckpoint> good) || !states(good.value().checkpoint(), row)) {
            throw new LogStopped("The newest checkpoint in the database, of size " + row.size() + ", was not signed with this hub's keys, or its row was changed.");
        }
        if (!row.origin().equals(open.get(0).name()) && !origins.continues(open.get(0).name(), row.origin())) {
            throw new LogStopped("The newest signing key is for the log " + open.get(0).name() + ", the database holds " + row.origin() + ".");
        }
    }

    private static boolean states(Checkpoint checkpoint, CheckpointRow row) {
        return checkpoint.origin().equals(row.origin()) && checkpoint.size() == row.size() && checkpoint.root().equals(row.root());
    }

    private Grown append(CompactRange tree, Optional<CheckpointRow> before, List<WaitingEntry> entries) {
        GrownTiles tiles = new GrownTiles();
        long first = tree.size();
        entries.forEach(entry -> tree.append(entry.commitment().leafHash(), tiles));
        tables.addLeaves(first, entries);
        tables.growTiles(tiles.hashes());
        CheckpointRow row = signed(tree, before);
        tables.addCheckpoint(row);
        return new Grown(tree, row, entries.size());
    }

    private CheckpointRow signed(CompactRange tree, Optional<CheckpointRow> before) {
        SigningKey newest = keys.signing().get(0);
        String origin = newest.open().name();
        SignedCheckpoint signed = SignedCheckpoint.sign(Checkpoint.of(origin, tree), signers(newest, before));
        CheckpointRow row = new CheckpointRow(origin, tree.size(), before.map(CheckpointRow::size).orElse(0L), tree.root(), signed.note().print(),
                HubClock.machineTime().truncatedTo(java.time.temporal.ChronoUnit.MICROS), newest.number(), new byte[0]);
        return row.stamped(newest.stamp(row.content()));
    }

    /** The first checkpoint of a new key is signed by the one before as well, so that whoever trusts that one can trust this. */
    private NoteSigner[] signers(SigningKey newest, Optional<CheckpointRow> before) {
        List<NoteSigner> signers = new ArrayList<>(List.of(newest.signer()));
        before.filter(row -> row.key() != newest.number()).flatMap(row -> keys.signing().stream().filter(key -> key.number() == row.key()).findFirst())
                .ifPresent(old -> signers.add(old.signer()));
        return signers.toArray(NoteSigner[]::new);
    }
}
