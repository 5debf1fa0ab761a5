package org.earlyhelp.hub.sharing.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The entries of a tile of level 0 one after another (C2SP tlog-tiles): two bytes of length, the higher first, and the commitment. */
public final class EntryBundle {
    /** Bytes that each entry takes. */
    public static final int ENTRY_BYTES = Short.BYTES + Commitment.BYTES;

    private EntryBundle() {
    }

    /** The commitments as a verifier reads them, one after another. */
    public static byte[] encode(List<Commitment> commitments) {
        ByteBuffer bundle = ByteBuffer.allocate(commitments.size() * ENTRY_BYTES);
        commitments.forEach(commitment -> bundle.putShort((short) Commitment.BYTES).put(commitment.bytes()));
        return bundle.array();
    }

    /** Whether that entry stands at {@code place}, from 0; false also when the bundle is too short for it. */
    public static boolean holds(byte[] bundle, int place, Commitment commitment) {
        int from = place * ENTRY_BYTES;
        return from >= 0 && from + ENTRY_BYTES <= bundle.length
                && Arrays.equals(bundle, from, from + ENTRY_BYTES, encode(List.of(commitment)), 0, ENTRY_BYTES);
    }
}
