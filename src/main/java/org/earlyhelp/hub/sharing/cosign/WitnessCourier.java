package org.earlyhelp.hub.sharing.cosign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.ConsistencyProof;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.earlyhelp.hub.sharing.log.Tile;
import org.earlyhelp.hub.sharing.log.TileHashes;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.sequence.LogSequencer;
import org.earlyhelp.hub.sharing.storage.CosignedTable;
import org.earlyhelp.hub.sharing.witness.Cosigning;
import org.earlyhelp.hub.sharing.witness.WitnessClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each new checkpoint to the witness, a few seconds behind. A witness that does not answer holds nothing up: what it
 * missed it gets later. A witness that has seen another log than this database holds stops the log. Thread-safe.
 */
public final class WitnessCourier extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessCourier.class);
    private static final int LOOK_SECONDS = 5;

    private final WitnessClient witness;
    private final LogSource log;
    private final CosignedTable cosigned;
    private final LogSequencer sequencer;
    private volatile String words = "The witness has not been asked yet.";
    private final RegularTask regularly = new RegularTask("witness courier", LOOK_SECONDS, this::sendQuietly);

    public WitnessCourier(WitnessClient witness, LogSource log, CosignedTable cosigned, LogSequencer sequencer) {
        this.witness = witness;
        this.log = log;
        this.cosigned = cosigned;
        this.sequencer = sequencer;
    }

    /** Sends the newest checkpoint unless the witness has it. */
    public synchronized void send() {
        List<NoteKey> keys = log.keys();
        Optional<SignedCheckpoint> newest = log.checkpoint().flatMap(note -> SignedCheckpoint.open(note.getBytes(StandardCharsets.UTF_8), keys).asOptional());
        if (newest.isPresent() && !sequencer.isStopped()) {
            String origin = newest.get().checkpoint().origin();
            long seen = cosigned.size(origin);
            if (seen < newest.get().size()) {
                settle(newest.get(), witness.cosign(newest.get(), seen, proof(seen, newest.get())), keys);
            }
        }
    }

    private void settle(SignedCheckpoint sent, Cosigning answer, Collection<NoteKey> keys) {
        Cosigning settled = answer instanceof Cosigning.SeenLast last && last.size() <= sent.size() ? witness.cosign(sent, last.size(), proof(last.size(), sent)) : answer;
        if (settled instanceof Cosigning.Cosigned done) {
            keep(sent, done.note());
        } else if (settled instanceof Cosigning.SeenLast || settled instanceof Cosigning.Refused refused && refused.changed()) {
            stopIfChanged(sent, keys);
        } else {
            tell(settled instanceof Cosigning.Refused refused ? refused.words() : ((Cosigning.NoAnswer) settled).words());
        }
    }

    private void keep(SignedCheckpoint sent, SignedNote note) {
        cosigned.keep(sent.checkpoint().origin(), sent.size(), note.print(), note.seenBy(witness.key()).orElseThrow());
        if (!words.isEmpty()) {
            LOG.info("The witness cosigns the sharing log");
        }
        words = "";
    }

    /** Only what witness and log both signed stops the log: an answer that anybody on the way could have made does not. */
    private void stopIfChanged(SignedCheckpoint sent, Collection<NoteKey> keys) {
        Optional<Checkpoint> seen = witness.latest(sent.checkpoint().origin(), keys).map(SignedCheckpoint::checkpoint);
        if (seen.isPresent() && !continues(seen.get(), sent)) {
            sequencer.halt(seen.get(), Math.min(cosigned.size(sent.checkpoint().origin()), sent.size()), "The witness has cosigned " + seen.get().size() + " entries that this database does not continue.");
            tell("the witness has seen another log than this database holds");
        } else {
            tell("the witness did not cosign and shows no reason");
        }
    }

    private boolean continues(Checkpoint seen, SignedCheckpoint sent) {
        return seen.size() == 0 || seen.size() <= sent.size()
                && new ConsistencyProof(seen.size(), sent.size(), proof(seen.size(), sent)).proves(seen.root(), sent.checkpoint().root());
    }

    private void tell(String why) {
        if (!why.equals(words)) {
            LOG.warn("The sharing log is not cosigned: {}; it is tried again every {} s", why, LOOK_SECONDS);
        }
        words = why;
    }

    private List<TreeHash> proof(long from, SignedCheckpoint to) {
        Map<TileIndex, Tile> read = new HashMap<>();
        TileHashes hashes = new TileHashes(to.size(), index -> read.computeIfAbsent(index, this::tile));
        return from == 0 ? List.of() : ConsistencyProof.make(from, to.size(), hashes).hashes();
    }

    private Tile tile(TileIndex index) {
        return log.tile(index).flatMap(hashes -> Tile.of(index, hashes).asOptional()).orElseThrow(() -> new IllegalStateException("tile " + index.path() + " is missing or cut"));
    }

    /** How far the witness has cosigned, and why no further. */
    public WitnessState state() {
        Optional<Checkpoint> newest = log.checkpoint().flatMap(note -> SignedNote.parse(note).asOptional()).flatMap(note -> Checkpoint.parse(note.text()).asOptional());
        String origin = newest.map(Checkpoint::origin).orElse("");
        Optional<Instant> at = cosigned.at(origin);
        return new WitnessState(true, cosigned.size(origin), at.orElse(null), words.isEmpty() ? "The witness cosigns." : "Not cosigned: " + words + ".");
    }

    @Override
    protected HubTask task() {
        return regularly;
    }

    private void sendQuietly() {
        try {
            send();
        } catch (RuntimeException e) {
            tell("the checkpoint could not be sent (" + e.getClass().getSimpleName() + ")");
        }
    }
}
