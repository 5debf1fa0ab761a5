package org.earlyhelp.hub.intake.envelope;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/** What a file is wrapped in, by its first bytes: a name may say anything. No text in any character set begins so. */
enum Wrapping {
    NONE, ZIP, PGP;

    /** So many bytes are looked at. */
    static final int LOOK_BYTES = 64;
    private static final String ARMOUR = "-----BEGIN PGP MESSAGE";
    private static final int OLD_FORM_SESSION_KEY = 1;
    private static final int ENCRYPTED_TAGS_MASK = 0xff;

    /** Looks at the first bytes and pushes them back; the stream must be able to take back {@link #LOOK_BYTES}. */
    static Wrapping of(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(LOOK_BYTES);
        in.unread(start);
        return of(start);
    }

    static Wrapping of(byte[] start) {
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6)) {
            return ZIP;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith(ARMOUR) || isSessionKey(start) ? PGP : NONE;
    }

    /**
     * A binary message begins with the packet of an encrypted session key (tag 1 or 3, RFC 9580 section 4.2) and its version, 2 to
     * 6; in the old form of a header with one, two or four bytes of length. A byte so high and one so low behind it begin no text.
     */
    private static boolean isSessionKey(byte[] start) {
        if (start.length < 6) {
            return false;
        }
        int first = start[0] & ENCRYPTED_TAGS_MASK;
        boolean oldForm = (first & 0xc0) == 0x80;
        int tag = oldForm ? first >> 2 & 0x0f : first & 0x3f;
        int lengthBytes = oldForm ? 1 << (first & 3) : newFormLength(start[1] & ENCRYPTED_TAGS_MASK);
        boolean sessionKey = (first & 0x80) != 0 && (tag == OLD_FORM_SESSION_KEY || tag == 3);
        return sessionKey && lengthBytes < 5 + 1 && 1 + lengthBytes < start.length && start[1 + lengthBytes] >= 2 && start[1 + lengthBytes] <= 6;
    }

    private static int newFormLength(int firstByte) {
        return firstByte < 192 ? 1 : firstByte < 224 ? 2 : 5;
    }
}
