package org.earlyhelp.hub.sharing;

import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.InclusionProof;

/**
 * That an entry stands in the log, checked when it was made.
 *
 * @param proof      index, size and hashes, from the leaf up
 * @param checkpoint the signed note with the root that the proof leads to
 * @param holds      whether all fits: what the entry says, its commitment, the hashes, the root and the signature
 */
public record EntryProof(Commitment commitment, InclusionProof proof, String checkpoint, boolean holds) {
}
