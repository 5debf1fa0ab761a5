package org.earlyhelp.hub.sharing.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * What the log says of an entry for ever: SHA-256(0x10 || salt || payload), 32 bytes. The salt keeps it from being guessed,
 * so it stays without meaning when salt and payload are erased.
 */
public final class Commitment {
    /** Length of every commitment. */
    public static final int BYTES = Sha256.BYTES;

    private static final byte DOMAIN = 0x10;

    private final byte[] bytes;

    private Commitment(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@code salt} of {@value SharingEntry#SALT_BYTES} bytes, {@code canonicalPayload} by RFC 8785. */
    public static Commitment of(byte[] salt, String canonicalPayload) {
        if (salt.length != SharingEntry.SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SharingEntry.SALT_BYTES + " bytes, not " + salt.length);
        }
        return new Commitment(Sha256.of(DOMAIN, salt, canonicalPayload.getBytes(StandardCharsets.UTF_8)));
    }

    /** As it was kept. Throws IllegalArgumentException unless there are 32 bytes. */
    public static Commitment kept(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a commitment has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Commitment(bytes.clone());
    }

    /** Standard base 64 of 32 bytes; anything else is bad. */
    public static Parsed<Commitment> parse(String base64) {
        Optional<byte[]> bytes = StrictBase64.decode(base64).filter(read -> read.length == BYTES);
        return bytes.isPresent() ? Parsed.good(new Commitment(bytes.get()))
                : Parsed.bad("BAD_COMMITMENT", "a commitment is the base 64 of " + BYTES + " bytes");
    }

    /** The hash of the entry in the tree. */
    public TreeHash leafHash() {
        return TreeHash.leaf(bytes);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard base 64 with padding. */
    public String base64() {
        return StrictBase64.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitment commitment && MessageDigest.isEqual(bytes, commitment.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
