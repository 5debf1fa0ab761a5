package org.earlyhelp.hub.sharing.log;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Parsed;

/** A hash of the log's tree (RFC 6962, section 2.1): of a leaf, of a node, or of a whole tree. Equality takes the same time whatever differs. */
public final class TreeHash {
    /** Length of every hash. */
    public static final int BYTES = Sha256.BYTES;
    /** The root of the tree without leaves. */
    public static final TreeHash EMPTY = new TreeHash(Sha256.of());

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Throws IllegalArgumentException unless there are 32 bytes. */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new TreeHash(bytes.clone());
    }

    /** From {@code bytes}, at the place where the hash number {@code place} stands in a row of hashes. */
    static TreeHash at(byte[] bytes, int place) {
        return new TreeHash(Arrays.copyOfRange(bytes, place * BYTES, (place + 1) * BYTES));
    }

    /** Standard base 64 of 32 bytes; anything else is bad. */
    public static Parsed<TreeHash> parse(String base64) {
        Optional<byte[]> bytes = StrictBase64.decode(base64).filter(read -> read.length == BYTES);
        return bytes.isPresent() ? Parsed.good(new TreeHash(bytes.get()))
                : Parsed.bad("BAD_HASH", "a hash is the base 64 of " + BYTES + " bytes");
    }

    /** SHA-256(0x00 || entry). */
    public static TreeHash leaf(byte[] entry) {
        return new TreeHash(Sha256.of(LEAF, entry));
    }

    /** SHA-256(0x01 || left || right). */
    public static TreeHash node(TreeHash left, TreeHash right) {
        return new TreeHash(Sha256.of(NODE, left.bytes, right.bytes));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard base 64 with padding. */
    public String base64() {
        return StrictBase64.encode(bytes);
    }

    /** Writes the hash as number {@code place} of a row of hashes. */
    void writeTo(byte[] row, int place) {
        System.arraycopy(bytes, 0, row, place * BYTES, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && MessageDigest.isEqual(bytes, hash.bytes);
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
