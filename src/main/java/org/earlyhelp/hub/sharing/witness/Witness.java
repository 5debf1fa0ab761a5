package org.earlyhelp.hub.sharing.witness;

import java.security.PrivateKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.ConsistencyProof;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSigner;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.SignedNote;

/**
 * Cosigns checkpoints of the logs it was told of, each only when it continues the one cosigned before: so a log that was put
 * back, rewritten or forked finds no second signature. Thread-safe; only one may work on a store.
 */
public final class Witness {
    private final NoteKey key;
    private final PrivateKey secret;
    private final Map<String, List<NoteKey>> logs;
    private final WitnessStore store;
    private final HubClock clock;

    /** A witness with this key, for the logs of these keys; a log's keys are those of its name. */
    public Witness(NoteKey key, PrivateKey secret, Collection<NoteKey> logs, WitnessStore store, HubClock clock) {
        this.key = key;
        this.secret = secret;
        this.logs = logs.stream().collect(Collectors.groupingBy(NoteKey::name));
        this.store = store;
        this.clock = clock;
    }

    /**
     * The answer to a request. A checkpoint that is cosigned has been kept before this returns; looking at the last one and
     * keeping the new one is one step. Throws what the store throws: then nothing was cosigned.
     */
    public WitnessAnswer add(byte[] body) {
        if (!(AddCheckpoint.parse(body) instanceof Parsed.Good<AddCheckpoint> request)) {
            return WitnessAnswer.refused(WitnessAnswer.MALFORMED, reason(AddCheckpoint.parse(body)));
        }
        if (!(Checkpoint.parse(request.value().note().text()) instanceof Parsed.Good<Checkpoint> stated)) {
            return WitnessAnswer.refused(WitnessAnswer.MALFORMED, reason(Checkpoint.parse(request.value().note().text())));
        }
        List<NoteKey> keys = logs.get(stated.value().origin());
        if (keys == null) {
            return WitnessAnswer.refused(WitnessAnswer.UNKNOWN_LOG, "No log of that origin is known here.");
        }
        return SignedCheckpoint.open(request.value().note(), keys) instanceof Parsed.Good<SignedCheckpoint> signed ? judge(request.value(), signed.value())
                : WitnessAnswer.refused(WitnessAnswer.NOT_SIGNED, "No key known for that log signed this checkpoint, or one did so wrongly.");
    }

    /** The note cosigned last for that log; not found when there is none. */
    public WitnessAnswer latest(String origin) {
        return store.latest(origin).map(WitnessAnswer::note)
                .orElseGet(() -> WitnessAnswer.refused(WitnessAnswer.UNKNOWN_LOG, "No checkpoint of that log has been cosigned here."));
    }

    private synchronized WitnessAnswer judge(AddCheckpoint request, SignedCheckpoint asked) {
        Checkpoint wanted = asked.checkpoint();
        if (request.oldSize() > wanted.size()) {
            return WitnessAnswer.refused(WitnessAnswer.MALFORMED, "The old size is beyond the checkpoint's.");
        }
        Optional<Checkpoint> last = store.latest(wanted.origin()).map(this::kept);
        long seen = last.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != seen) {
            return WitnessAnswer.seen(seen);
        }
        if (last.isPresent() && seen == wanted.size() && !last.get().root().equals(wanted.root())) {
            return WitnessAnswer.refused(WitnessAnswer.CONFLICT, "Another root was cosigned for this size: the log has been changed.");
        }
        if (!hasGrown(last.orElse(null), wanted, request)) {
            return WitnessAnswer.refused(WitnessAnswer.NOT_GROWN, "The proof does not show that this log continues what was cosigned before.");
        }
        return cosign(asked);
    }

    private boolean hasGrown(Checkpoint last, Checkpoint wanted, AddCheckpoint request) {
        if (last == null || last.size() == 0) {
            return request.proof().isEmpty();
        }
        return new ConsistencyProof(last.size(), wanted.size(), request.proof()).proves(last.root(), wanted.root());
    }

    private WitnessAnswer cosign(SignedCheckpoint asked) {
        SignedNote cosigned = asked.note().signedToo(NoteSigner.witness(key, secret, clock.now()));
        store.keep(asked.checkpoint().origin(), cosigned.print());
        return WitnessAnswer.cosigned(cosigned.signatures().get(cosigned.signatures().size() - 1).line());
    }

    /** Throws IllegalStateException when the store holds what this witness did not sign: then it signs nothing more. */
    private Checkpoint kept(String note) {
        return SignedNote.parse(note).asOptional().filter(known -> known.seenBy(key).isPresent()).flatMap(known -> Checkpoint.parse(known.text()).asOptional())
                .orElseThrow(() -> new IllegalStateException("the checkpoint kept by this witness was changed, or the witness has another key"));
    }

    private static String reason(Parsed<?> bad) {
        return "Malformed: " + ((Parsed.Bad<?>) bad).reason() + ".";
    }
}
