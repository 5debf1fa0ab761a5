package org.earlyhelp.hub.identity.cluster.packed;

import java.util.Arrays;

/** Appends small numbers in few bytes. Used again and again by one thread. */
final class PackedWriter {
    private static final int FIRST_CAPACITY = 256;
    private static final int SEVEN_BITS = 0x7f;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    void clear() {
        length = 0;
    }

    void oneByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    /** A number from 0 up in groups of seven bits, lowest first: one byte below 128. */
    void number(long value) {
        long rest = value;
        for (; rest > SEVEN_BITS || rest < 0; rest >>>= 7) {
            oneByte((int) (rest & SEVEN_BITS) | SEVEN_BITS + 1);
        }
        oneByte((int) rest);
    }

    /** A number that may be negative: zigzag, so that small ones of either sign stay short. */
    void signed(long value) {
        number(value << 1 ^ value >> Long.SIZE - 1);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
