package org.earlyhelp.hub.sharing.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * A growing tree, of which only its size and the roots of its complete subtrees are kept: one hash for each bit of the
 * size, the largest subtree first. Enough to append and to state the root. Not thread-safe.
 */
public final class CompactRange {
    /** The most leaves a log may have; far beyond any, and no sum of two sizes overflows. */
    public static final long SIZE_LIMIT = 1L << 62;

    private static final int HASH_LIMIT = 64;

    private final TreeHash[] hashes = new TreeHash[HASH_LIMIT];
    private int kept;
    private long size;

    /** The tree without leaves. */
    public CompactRange() {
        this(0, List.of());
    }

    private CompactRange(long size, List<TreeHash> roots) {
        this.size = size;
        for (TreeHash root : roots) {
            hashes[kept++] = root;
        }
    }

    /** The tree of that size, its hashes read where they are kept. */
    public static CompactRange of(long size, HashReader reader) {
        return new CompactRange(size, TreeRange.perfectParts(0, size).map(part -> reader.read(part.level(), part.index())).toList());
    }

    /** Appends a leaf; returns this range. */
    public CompactRange append(TreeHash leaf) {
        return append(leaf, (level, index, hash) -> { });
    }

    /** Appends a leaf and tells {@code visitor} of each subtree that this completes. Throws IllegalStateException at {@link #SIZE_LIMIT}. */
    public CompactRange append(TreeHash leaf, SubtreeVisitor visitor) {
        if (size == SIZE_LIMIT) {
            throw new IllegalStateException("the log is full: " + SIZE_LIMIT + " entries");
        }
        TreeHash hash = leaf;
        visitor.completed(0, size, hash);
        for (int level = 1; (size >>> (level - 1) & 1) == 1; level++) {
            hash = TreeHash.node(hashes[--kept], hash);
            visitor.completed(level, size >>> level, hash);
        }
        hashes[kept++] = hash;
        size++;
        return this;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the tree; {@link TreeHash#EMPTY} without leaves. */
    public TreeHash root() {
        if (kept == 0) {
            return TreeHash.EMPTY;
        }
        TreeHash root = hashes[kept - 1];
        for (int i = kept - 2; i >= 0; i--) {
            root = TreeHash.node(hashes[i], root);
        }
        return root;
    }

    /** One that grows by itself. */
    public CompactRange copy() {
        return new CompactRange(size, Arrays.asList(hashes).subList(0, kept));
    }

    /** For keeping: the size in 8 bytes, the highest first, then the hashes, the largest subtree first. */
    public byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + kept * TreeHash.BYTES).putLong(size);
        for (int i = 0; i < kept; i++) {
            bytes.put(hashes[i].bytes());
        }
        return bytes.array();
    }

    /** What {@link #encode} wrote; bad when the number of hashes does not fit the size. */
    public static Parsed<CompactRange> decode(byte[] encoded) {
        if (encoded.length < Long.BYTES) {
            return Parsed.bad("BAD_RANGE", encoded.length + " bytes, expected at least " + Long.BYTES);
        }
        long size = ByteBuffer.wrap(encoded).getLong();
        int expected = Long.BYTES + Long.bitCount(size) * TreeHash.BYTES;
        if (size < 0 || size > SIZE_LIMIT || encoded.length != expected) {
            return Parsed.bad("BAD_RANGE", encoded.length + " bytes for size " + size + ", expected " + expected);
        }
        byte[] row = Arrays.copyOfRange(encoded, Long.BYTES, encoded.length);
        return Parsed.good(new CompactRange(size, IntStream.range(0, Long.bitCount(size)).mapToObj(place -> TreeHash.at(row, place)).toList()));
    }
}
