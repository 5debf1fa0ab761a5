package org.earlyhelp.hub.sharing.log;

/** Where the hashes of a log are kept. */
@FunctionalInterface
public interface HashReader {
    /**
     * The hash of a complete subtree: the leaves from {@code index << level} to {@code (index + 1) << level}, the last
     * excluded. Throws IllegalStateException when it is not there.
     */
    TreeHash read(int level, long index);
}
