package org.earlyhelp.hub.identity.cluster;

import java.util.Collection;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;

/** As what a person is described, in one byte: a bit for each kind of which something is said. */
final class Kinds {
    /** Nothing is said. */
    static final byte NONE = 0;

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

    /** Whether something says child of the one and something says adult of the other. */
    static boolean areChildAndAdult(byte one, byte other) {
        return has(one, Kind.CHILD) && has(other, Kind.ADULT) || has(one, Kind.ADULT) && has(other, Kind.CHILD);
    }

    private static boolean has(byte kinds, Kind kind) {
        return (kinds & bit(kind)) != 0;
    }

    private static byte bit(Kind kind) {
        return (byte) (1 << kind.ordinal());
    }
}
