package org.earlyhelp.hub.sharing.sequence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.OldPayloads;
import org.earlyhelp.hub.sharing.storage.OriginTable;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What must be done before the first entry of this run is sequenced: the database is held against what was signed and is
 * remembered outside it, and a new name of the log is taken on. Not thread-safe.
 */
final class LogBeginning {
    private final TreeTables tables;
    private final OldPayloads old;
    private final LogKeys keys;
    private final OriginTable origins;
    private final OutsideMemory witness;
    private final KeptOutside outside;
    private final TransactionTemplate reading;
    private final TransactionTemplate outsideAny;

    LogBeginning(TreeTables tables, OldPayloads old, LogKeys keys, OriginTable origins, OutsideMemory witness, HubSettings settings, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.old = old;
        this.keys = keys;
        this.origins = origins;
        this.witness = witness;
        this.outside = KeptOutside.in(settings.keyDir());
        this.reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.outsideAny = new TransactionTemplate(transactions);
        outsideAny.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Reads the tree and answers the newest checkpoint. Throws LogStopped when the database is not what was signed. */
    Optional<CheckpointRow> read(KnownTree tree, LogRound round) {
        outsideAny.executeWithoutResult(none -> old.sealAll());
        finishNewOrigin();
        return reading.execute(one -> {
            Optional<CheckpointRow> newest = tables.newest();
            newest.ifPresent(round::requireOurs);
            List<NoteKey> open = keys.open();
            String origin = origin();
            Stream<Checkpoint> remembered = Stream.of(outside.read(open).filter(known -> known.origin().equals(origin)), witness.last(origin, open)).flatMap(Optional::stream);
            tree.rebuild(newest, remembered.toList());
            return newest;
        });
    }

    /** Remembers, outside the database, what was signed last. */
    void remember(String note) {
        outside.write(note);
    }

    /** The name under which the log signs now. */
    String origin() {
        return keys.signing().get(0).open().name();
    }

    /** From now on the log signs under {@code origin}: its key is made, and the memory of the name before laid aside. */
    void takeName(String origin, String before) {
        keys.makeSigningFor(origin);
        outside.layAside(before);
        keys.refresh();
    }

    /** A crash after two people had confirmed a new name, and before its key was made. */
    private void finishNewOrigin() {
        origins.latest().filter(declared -> declared.previous().equals(origin())).ifPresent(declared -> takeName(declared.origin(), declared.previous()));
    }
}
