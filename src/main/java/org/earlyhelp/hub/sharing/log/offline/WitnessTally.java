package org.earlyhelp.hub.sharing.log.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignatureCheck;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;

/** What the witnesses asked for have signed. Not thread-safe. */
final class WitnessTally {
    private final List<NoteKey> asked;
    private final Map<NoteKey, Verdict.Seen> seen = new HashMap<>();

    WitnessTally(List<NoteKey> asked) {
        this.asked = asked;
    }

    /** A checkpoint that agrees with the tree. Throws FaultFound when a witness's signature under it is wrong. */
    void add(String file, SignedCheckpoint checkpoint) {
        for (NoteKey witness : asked) {
            if (checkpoint.note().check(witness) == SignatureCheck.WRONG) {
                throw new FaultFound(LogFault.of(file, "the cosignature of " + witness.name() + " is not of the checkpoint of size " + checkpoint.size()));
            }
            checkpoint.note().seenBy(witness).map(at -> new Verdict.Seen(witness.name(), checkpoint.size(), at))
                    .filter(one -> !seen.containsKey(witness) || seen.get(witness).size() <= one.size()).ifPresent(one -> seen.put(witness, one));
        }
    }

    /** The newest of each, in the order they were asked for. Throws FaultFound when one signed nothing. */
    List<Verdict.Seen> all() {
        for (NoteKey witness : asked) {
            if (!seen.containsKey(witness)) {
                throw new FaultFound(LogFault.of(LogFolder.CHECKPOINT, "the witness " + witness.name() + " cosigned none of the checkpoints"));
            }
        }
        return asked.stream().map(seen::get).toList();
    }
}
