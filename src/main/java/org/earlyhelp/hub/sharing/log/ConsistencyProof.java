package org.earlyhelp.hub.sharing.log;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/**
 * That a tree only grew from one size to another (RFC 6962, section 2.1.2). One that comes from outside may claim anything:
 * only {@link #proves} tells.
 */
public record ConsistencyProof(long oldSize, long newSize, List<TreeHash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** Throws IllegalArgumentException unless {@code 1 <= oldSize <= newSize}: from nothing to anything there is nothing to prove. */
    public static ConsistencyProof make(long oldSize, long newSize, HashReader reader) {
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException("no proof from size " + oldSize + " to " + newSize);
        }
        LinkedList<TreeHash> hashes = new LinkedList<>();
        TreeRange range = new TreeRange(0, newSize);
        boolean wholeOldTree = true;
        while (range.to() != oldSize) {
            boolean left = oldSize <= range.split();
            hashes.addFirst((left ? range.right() : range.left()).hash(reader));
            range = left ? range.left() : range.right();
            wholeOldTree &= left;
        }
        if (!wholeOldTree) {
            hashes.addFirst(range.hash(reader));
        }
        return new ConsistencyProof(oldSize, newSize, hashes);
    }

    /** Whether the tree with {@code newRoot} continues the one with {@code oldRoot}; RFC 9162, section 2.1.4.2. Never from size 0. */
    public boolean proves(TreeHash oldRoot, TreeHash newRoot) {
        if (oldSize < 1 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return hashes.isEmpty() && oldRoot.equals(newRoot);
        }
        List<TreeHash> path = path(oldRoot);
        return !path.isEmpty() && climb(path, oldRoot, newRoot);
    }

    private List<TreeHash> path(TreeHash oldRoot) {
        if (hashes.isEmpty() || Long.bitCount(oldSize) > 1) {
            return hashes;
        }
        List<TreeHash> path = new ArrayList<>(List.of(oldRoot));
        path.addAll(hashes);
        return path;
    }

    private boolean climb(List<TreeHash> path, TreeHash oldRoot, TreeHash newRoot) {
        int up = Long.numberOfTrailingZeros(oldSize);
        long place = oldSize - 1 >>> up;
        long last = newSize - 1 >>> up;
        TreeHash old = path.get(0);
        TreeHash grown = path.get(0);
        for (TreeHash beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                old = TreeHash.node(beside, old);
                grown = TreeHash.node(beside, grown);
                int skipped = place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>>= skipped;
                last >>>= skipped;
            } else {
                grown = TreeHash.node(grown, beside);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(oldRoot) && grown.equals(newRoot);
    }
}
