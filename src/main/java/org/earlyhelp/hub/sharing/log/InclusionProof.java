package org.earlyhelp.hub.sharing.log;

import java.util.LinkedList;
import java.util.List;

/**
 * That a leaf stands in a tree at that index (RFC 6962, section 2.1.1). One that comes from outside may claim anything:
 * only {@link #proves} tells.
 *
 * @param hashes from the leaf up
 */
public record InclusionProof(long index, long size, List<TreeHash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Throws IllegalArgumentException unless {@code 0 <= index < size}. */
    public static InclusionProof make(long index, long size, HashReader reader) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        LinkedList<TreeHash> hashes = new LinkedList<>();
        TreeRange range = new TreeRange(0, size);
        while (range.size() > 1) {
            boolean left = index < range.split();
            hashes.addFirst((left ? range.right() : range.left()).hash(reader));
            range = left ? range.left() : range.right();
        }
        return new InclusionProof(index, size, hashes);
    }

    /** Whether the leaf with that hash stands at {@link #index} in the tree of {@link #size} with that root; RFC 9162, section 2.1.3.2. */
    public boolean proves(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash beside : hashes) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = TreeHash.node(beside, hash);
                int up = place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>>= up;
                last >>>= up;
            } else {
                hash = TreeHash.node(hash, beside);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
