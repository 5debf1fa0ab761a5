package org.earlyhelp.hub.sharing.log;

import java.util.Base64;
import java.util.Optional;

/** Standard base 64 (RFC 4648, section 4) in its one form: Java's own decoder also takes missing padding and stray low bits. */
public final class StrictBase64 {
    private StrictBase64() {
    }

    /** With padding, in the standard alphabet. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes; empty when the text is not exactly what {@link #encode} makes of them. */
    public static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
