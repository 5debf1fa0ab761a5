package org.earlyhelp.hub.identity.cluster.packed;

import java.util.HashSet;
import java.util.Set;

/** The parents whom a record names, two bytes each. */
final class Parents {
    private Parents() {
    }

    /** Sorted, so that equal sets give equal bytes. */
    static void write(PackedWriter to, Set<Integer> parents) {
        to.number(parents.size());
        parents.stream().sorted().forEach(parent -> {
            to.oneByte(parent >>> Byte.SIZE);
            to.oneByte(parent);
        });
    }

    static Set<Integer> read(PackedReader from) {
        Set<Integer> parents = new HashSet<>();
        for (long left = from.number(); left > 0; left--) {
            parents.add(from.oneByte() << Byte.SIZE | from.oneByte());
        }
        return parents;
    }
}
