package org.earlyhelp.hub.sharing.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/** A key that wraps the keys of entries, AES-256. {@code number} counts from 1. */
record SealKey(int number, SecretKey key) {
    private static final int MARK_BYTES = 8;

    /** Tells the key apart from any other and says nothing of it. */
    String mark() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("early-help-hub sharing-log seal\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key.getEncoded()), MARK_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
