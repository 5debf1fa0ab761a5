package org.earlyhelp.hub.sharing.log.offline;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.ErasedIndexes;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSigner;
import org.earlyhelp.hub.sharing.log.Opening;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;

/** A log in memory, its entries drawn from a seed. Tests change what it holds as an administrator of the database would. */
final class MemoryLog implements LogSource {
    static final String ORIGIN = "early-help-hub/avonford/test";

    final List<Leaf> leaves = new ArrayList<>();
    final Map<String, byte[]> tiles = new HashMap<>();
    final List<String> checkpoints = new ArrayList<>();
    private final CompactRange range = new CompactRange();
    private final Random random;
    private final NoteSigner signer = signer(ORIGIN);

    MemoryLog(long seed) {
        random = new Random(seed);
    }

    /** So many plain entries, with a checkpoint after every {@code each}. */
    MemoryLog grown(int count, int each) {
        for (int i = 0; i < count; i++) {
            append(Map.of("kind", "VIEWED", "person", "P-" + random.nextInt(10_000), "reason", "caf\u00e9 \u20ac \ud83d\ude00 \"quoted\" \\ \u0001", "level", random.nextInt(5)));
            if (range.size() % each == 0) {
                checkpointed();
            }
        }
        return this;
    }

    MemoryLog append(Map<String, Object> members) {
        return appendRaw(SharingEntry.canonical(members));
    }

    MemoryLog appendRaw(String payload) {
        byte[] salt = new byte[SharingEntry.SALT_BYTES];
        random.nextBytes(salt);
        Commitment commitment = Commitment.of(salt, payload);
        leaves.add(new Leaf(range.size(), commitment, Optional.of(new Opening(salt, payload))));
        range.append(commitment.leafHash(), this::keep);
        return this;
    }

    /** Takes the payloads away and says so in an entry. */
    MemoryLog erase(Long... indexes) {
        forget(indexes);
        return append(new TreeMap<>(Map.of("kind", "ERASED", "detail", Map.of("indexes", ErasedIndexes.of(List.of(indexes)).text(), "why", "on request"))));
    }

    /** Takes the payloads away and says nothing. */
    MemoryLog forget(Long... indexes) {
        for (Long index : indexes) {
            leaves.set(index.intValue(), new Leaf(index, leaves.get(index.intValue()).commitment(), Optional.empty()));
        }
        return this;
    }

    MemoryLog checkpointed() {
        checkpoints.add(signed(range.size(), range.root()));
        return this;
    }

    /** A note that the log's own key signed, whatever it says. */
    String signed(long size, TreeHash root) {
        return SignedCheckpoint.sign(new Checkpoint(ORIGIN, size, root, List.of()), signer).note().print();
    }

    /** Puts a cosignature under the newest checkpoint. */
    MemoryLog cosigned(NoteSigner witness) {
        int last = checkpoints.size() - 1;
        checkpoints.set(last, SignedNote.parse(checkpoints.get(last)).orThrow().signedToo(witness).print());
        return this;
    }

    @Override
    public List<NoteKey> keys() {
        return List.of(signer.key());
    }

    @Override
    public Optional<String> checkpoint() {
        return checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.get(checkpoints.size() - 1));
    }

    @Override
    public void checkpoints(Consumer<String> each) {
        checkpoints.forEach(each);
    }

    @Override
    public void leaves(long from, long to, boolean withOpenings, Consumer<Leaf> each) {
        leaves.stream().filter(leaf -> leaf.index() >= from && leaf.index() < to)
                .map(leaf -> withOpenings ? leaf : new Leaf(leaf.index(), leaf.commitment(), Optional.empty())).forEach(each);
    }

    @Override
    public Optional<byte[]> tile(TileIndex index) {
        return Optional.ofNullable(tiles.get(index.level() + "/" + index.number())).map(row -> Arrays.copyOf(row, Math.min(row.length, index.width() * TreeHash.BYTES)));
    }

    @Override
    public boolean erasuresAreStated() {
        return true;
    }

    private void keep(int level, long index, TreeHash hash) {
        if (level % TileIndex.HEIGHT == 0) {
            tiles.merge(level / TileIndex.HEIGHT + "/" + index / TileIndex.FULL_WIDTH, hash.bytes(), MemoryLog::joined);
        }
    }

    private static byte[] joined(byte[] row, byte[] hash) {
        byte[] longer = Arrays.copyOf(row, row.length + hash.length);
        System.arraycopy(hash, 0, longer, row.length, hash.length);
        return longer;
    }

    private static NoteSigner signer(String name) {
        KeyPair pair = freshKeys();
        return NoteSigner.log(NoteKey.of(name, NoteKey.Kind.LOG, pair.getPublic()), pair.getPrivate());
    }

    static KeyPair freshKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
