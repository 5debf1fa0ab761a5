package org.earlyhelp.hub.sharing.log;

/** Told of every complete subtree when its last leaf is appended, the leaf itself (level 0) first. */
@FunctionalInterface
public interface SubtreeVisitor {
    /** {@code hash} covers the leaves from {@code index << level} to {@code (index + 1) << level}, the last excluded. */
    void completed(int level, long index, TreeHash hash);
}
