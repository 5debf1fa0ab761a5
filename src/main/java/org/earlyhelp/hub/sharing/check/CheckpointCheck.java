package org.earlyhelp.hub.sharing.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.seal.SigningKey;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.TreeTables;

/**
 * Whether every checkpoint is as this hub signed it, states the root of the entries before it, and follows the one before.
 * The stamp answers for a row, note and all; the signature has to do where the key for the stamp was given up. Not thread-safe.
 */
final class CheckpointCheck {
    private static final int PAGE = 1_000;

    private final TreeTables tables;
    private final List<SigningKey> keys;
    private final List<NoteKey> openKeys;
    private final Set<Integer> lost;
    private final Faults faults;
    private final ArrayDeque<CheckpointRow> page = new ArrayDeque<>();
    private CheckpointRow before;
    private long next;
    private final boolean whole;

    /**
     * @param lost numbers of signing keys that people gave up
     * @param from leaves before the first that is looked at; checkpoints of at most that size are passed over
     */
    CheckpointCheck(TreeTables tables, List<SigningKey> keys, List<NoteKey> openKeys, Set<Integer> lost, long from, Faults faults) {
        this.tables = tables;
        this.keys = keys;
        this.openKeys = openKeys;
        this.lost = lost;
        this.faults = faults;
        this.next = from + 1;
        this.whole = from == 0;
    }

    /** After each leaf. */
    void look(CompactRange tree) {
        for (Optional<CheckpointRow> row = upTo(tree.size()); row.isPresent(); row = upTo(tree.size())) {
            check(row.get(), tree);
        }
    }

    /** After the last leaf; {@code outside} is the checkpoint kept outside the database. */
    void end(CompactRange tree, Optional<Checkpoint> outside) {
        long last = before == null ? 0 : before.size();
        for (Optional<CheckpointRow> row = upTo(Long.MAX_VALUE); row.isPresent(); row = upTo(Long.MAX_VALUE)) {
            faults.add(name(row.get()) + ": there are only " + tree.size() + " entries");
            last = row.get().size();
        }
        if (tree.size() > last) {
            faults.add("table sharing_checkpoint: the newest checkpoint, of " + tree.size() + " entries, was deleted, or leaves were added");
        }
        long signed = last;
        outside.filter(known -> known.size() > signed).ifPresent(known -> faults.add("table sharing_checkpoint: the checkpoint of " + known.size()
                + " entries that is kept outside is missing: it was deleted, or an older database was restored"));
    }

    private void check(CheckpointRow row, CompactRange tree) {
        if (row.size() != tree.size()) {
            faults.add(name(row) + ": no such size");
        } else if (!row.root().equals(tree.root())) {
            faults.add(name(row) + ": its root is not that of the entries");
        }
        if (!isOurs(row)) {
            faults.add(name(row) + " was changed");
        }
        if (before == null ? whole && row.previous() != 0 : row.previous() != before.size()) {
            faults.add("table sharing_checkpoint: the row before size " + row.size() + ", of size " + row.previous() + ", was deleted");
        }
        before = row;
    }

    private boolean isOurs(CheckpointRow row) {
        Optional<SigningKey> key = keys.stream().filter(one -> one.number() == row.key()).findFirst();
        if (key.isPresent()) {
            return MessageDigest.isEqual(key.get().stamp(row.content()), row.stamp());
        }
        return lost.contains(row.key()) && SignedCheckpoint.open(row.note().getBytes(StandardCharsets.UTF_8), openKeys) instanceof Parsed.Good<SignedCheckpoint> good
                && good.value().size() == row.size() && good.value().checkpoint().root().equals(row.root());
    }

    private Optional<CheckpointRow> upTo(long size) {
        if (page.isEmpty() && next > 0) {
            tables.page(next, PAGE).forEach(page::add);
            next = page.size() < PAGE ? 0 : page.getLast().size() + 1;
        }
        return page.isEmpty() || page.getFirst().size() > size ? Optional.empty() : Optional.of(page.removeFirst());
    }

    private static String name(CheckpointRow row) {
        return "table sharing_checkpoint: the row of size " + row.size();
    }
}
