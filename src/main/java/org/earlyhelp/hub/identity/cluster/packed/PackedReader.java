package org.earlyhelp.hub.identity.cluster.packed;

/** Reads what {@link PackedWriter} wrote, in the same order. */
final class PackedReader {
    private static final int SEVEN_BITS = 0x7f;
    private final byte[] bytes;
    private int at;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int oneByte() {
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        int group;
        int shift = 0;
        do {
            group = oneByte();
            value |= (long) (group & SEVEN_BITS) << shift;
            shift += 7;
        } while (group > SEVEN_BITS);
        return value;
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }
}
