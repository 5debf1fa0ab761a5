package org.earlyhelp.hub.identity.cluster.packed;

import java.util.Arrays;

/** Text of the forty characters that names, places and references mostly consist of: three in two bytes. */
final class Forty {
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789|-/ ";
    private static final int BASE = CHARACTERS.length();
    private static final int IN_TWO_BYTES = 3;
    private static final byte[] CODES = new byte[128];

    static {
        Arrays.fill(CODES, (byte) -1);
        for (int i = 0; i < BASE; i++) {
            CODES[CHARACTERS.charAt(i)] = (byte) i;
        }
    }

    private Forty() {
    }

    static boolean canWrite(String text) {
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if (it >= CODES.length || CODES[it] < 0) {
                return false;
            }
        }
        return true;
    }

    static void write(PackedWriter to, String text) {
        for (int i = 0; i < text.length(); i += IN_TWO_BYTES) {
            int left = Math.min(IN_TWO_BYTES, text.length() - i);
            int group = 0;
            for (int k = left - 1; k >= 0; k--) {
                group = group * BASE + CODES[text.charAt(i + k)];
            }
            to.oneByte(group);
            if (left > 1) {
                to.oneByte(group >>> Byte.SIZE);
            }
        }
    }

    static String read(PackedReader from, int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i += IN_TWO_BYTES) {
            int left = Math.min(IN_TWO_BYTES, length - i);
            int group = from.oneByte();
            group |= left > 1 ? from.oneByte() << Byte.SIZE : 0;
            for (int k = 0; k < left; k++) {
                text[i + k] = CHARACTERS.charAt(group % BASE);
                group /= BASE;
            }
        }
        return new String(text);
    }
}
