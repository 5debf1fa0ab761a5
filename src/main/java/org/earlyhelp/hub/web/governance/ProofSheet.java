package org.earlyhelp.hub.web.governance;

import java.util.List;
import org.earlyhelp.hub.sharing.EntryProof;
import org.earlyhelp.hub.sharing.log.TreeHash;

/**
 * The proof that an entry stands in the log, as a page shows it.
 *
 * @param index      place in the log, from 0
 * @param size       entries under the checkpoint
 * @param hashes     from the leaf up, base64
 * @param checkpoint the signed note
 * @param holds      whether all of it fits, checked when the page was made
 */
record ProofSheet(long index, long size, String commitment, List<String> hashes, String checkpoint, boolean holds) {
    static ProofSheet of(EntryProof proof) {
        return new ProofSheet(proof.proof().index(), proof.proof().size(), proof.commitment().base64(), proof.proof().hashes().stream().map(TreeHash::base64).toList(),
                proof.checkpoint(), proof.holds());
    }
}
