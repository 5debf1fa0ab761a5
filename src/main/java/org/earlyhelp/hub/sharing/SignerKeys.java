package org.earlyhelp.hub.sharing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** The PGP public keys by which a sender signs. Immutable. */
public final class SignerKeys {
    private final List<PGPPublicKeyRing> rings;

    private SignerKeys(List<PGPPublicKeyRing> rings) {
        this.rings = List.copyOf(rings);
    }

    /** Reads armoured keys. Throws IllegalArgumentException for what is none; the agreement's reader has asked {@link #isKey} before. */
    public static SignerKeys of(List<String> armoured) {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        armoured.forEach(key -> rings.addAll(read(key)));
        return new SignerKeys(rings);
    }

    /** Whether the text is an armoured public key. */
    static boolean isKey(String armoured) {
        try {
            return !read(armoured).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether any key is there, so that a signature is asked for. */
    public boolean isEmpty() {
        return rings.isEmpty();
    }

    /** The key, or subkey, with that id. */
    public Optional<PGPPublicKey> find(long keyId) {
        return rings.stream().map(ring -> ring.getPublicKey(keyId)).filter(key -> key != null).findFirst();
    }

    /** The main key above that key, whose end is the end of both. */
    public Optional<PGPPublicKey> mainOf(long keyId) {
        return rings.stream().filter(ring -> ring.getPublicKey(keyId) != null).map(PGPPublicKeyRing::getPublicKey).findFirst();
    }

    /** When each key ends that ends by itself, by its id in hexadecimal. A key below a main key ends no later than that. */
    public SortedMap<String, Instant> ends() {
        SortedMap<String, Instant> ends = new TreeMap<>();
        for (PGPPublicKeyRing ring : rings) {
            for (PGPPublicKey key : ring) {
                Stream.of(ring.getPublicKey(), key).flatMap(one -> endOf(one).stream()).min(Comparator.naturalOrder())
                        .ifPresent(end -> ends.put("%016X".formatted(key.getKeyID()), end));
            }
        }
        return ends;
    }

    /** When that key ends by itself; empty when it does not. */
    public static Optional<Instant> endOf(PGPPublicKey key) {
        return key.getValidSeconds() <= 0 ? Optional.empty() : Optional.of(key.getCreationTime().toInstant().plus(Duration.ofSeconds(key.getValidSeconds())));
    }

    private static List<PGPPublicKeyRing> read(String armoured) {
        try {
            List<PGPPublicKeyRing> rings = new ArrayList<>();
            new PGPPublicKeyRingCollection(PGPUtil.getDecoderStream(new ByteArrayInputStream(armoured.getBytes(StandardCharsets.US_ASCII))),
                    new BcKeyFingerprintCalculator()).getKeyRings().forEachRemaining(rings::add);
            return rings;
        } catch (IOException | PGPException | RuntimeException e) {
            throw new IllegalArgumentException("no armoured PGP public key", e);
        }
    }
}
