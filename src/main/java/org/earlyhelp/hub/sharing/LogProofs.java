package org.earlyhelp.hub.sharing;

import java.util.Optional;

/** Proofs from the tamper-evident log as it is now. Thread-safe. */
public interface LogProofs {
    /** The proof of an entry by its id, under the newest checkpoint; empty while it has no place in the log, which takes 2 seconds at most. */
    Optional<EntryProof> of(String id);
}
