package org.earlyhelp.hub.identity.cluster;

import java.util.Collection;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;

/** As what a person is described, in one byte: a bit for each kind of which something is said. */
final class Kinds {
    /** Nothing is said. */
    static final byte NONE = 0;
    private static final byte CHILD = bit(Kind.CHILD);
    private static final byte ADULT = bit(Kind.ADULT);

    private Kinds() {
    }

    static byte of(Description said) {
        return bit(said.kind());
    }

    /** What is known after one more description. */
    static byte with(byte known, Description more) {
        return (byte) (known | of(more));
    }

    /** What descriptions together say. */
    static byte of(Collection<Description> said) {
        byte known = NONE;
        for (Description one : said) {
            known = with(known, one);
        }
        return known;
    }

    /** Whether all that is said of the one says child, and all that is said of the other adult. */
    static boolean areChildAndAdult(byte one, byte other) {
        return one == CHILD && other == ADULT || one == ADULT && other == CHILD;
    }

    private static byte bit(Kind kind) {
        return (byte) (1 << kind.ordinal());
    }
}
