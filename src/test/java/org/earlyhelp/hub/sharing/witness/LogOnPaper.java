package org.earlyhelp.hub.sharing.witness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.ConsistencyProof;
import org.earlyhelp.hub.sharing.log.HashReader;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSigner;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.TreeHash;

/** A log of a test: leaves in memory, hashes worked out anew at each question. */
public final class LogOnPaper {
    private final NoteKey key;
    private final KeyPair pair;
    private final List<TreeHash> leaves = new ArrayList<>();

    public LogOnPaper(String origin) {
        this.pair = keyPair();
        this.key = NoteKey.of(origin, NoteKey.Kind.LOG, pair.getPublic());
    }

    private LogOnPaper(LogOnPaper other, long size) {
        this.pair = other.pair;
        this.key = other.key;
        leaves.addAll(other.leaves.subList(0, (int) size));
    }

    public static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public LogOnPaper with(int entries, String each) {
        for (int i = 0; i < entries; i++) {
            leaves.add(TreeHash.leaf((each + leaves.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    /** The same log as it was at that size, as a database put back would have it. */
    public LogOnPaper asOf(long size) {
        return new LogOnPaper(this, size);
    }

    public NoteKey key() {
        return key;
    }

    public SignedCheckpoint checkpoint() {
        CompactRange range = new CompactRange();
        leaves.forEach(range::append);
        return SignedCheckpoint.sign(Checkpoint.of(key.name(), range), NoteSigner.log(key, pair.getPrivate()));
    }

    public List<TreeHash> proofFrom(long oldSize) {
        HashReader reader = this::subtree;
        return oldSize == 0 ? List.of() : ConsistencyProof.make(oldSize, leaves.size(), reader).hashes();
    }

    public byte[] request(long oldSize) {
        return new AddCheckpoint(oldSize, proofFrom(oldSize), checkpoint().note()).print();
    }

    private TreeHash subtree(int level, long index) {
        return level == 0 ? leaves.get((int) index) : TreeHash.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
    }
}
