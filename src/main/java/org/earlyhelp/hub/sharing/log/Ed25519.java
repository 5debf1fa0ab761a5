package org.earlyhelp.hub.sharing.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with public keys as their bare 32 bytes. */
final class Ed25519 {
    static final int PUBLIC_KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final String NAME = "Ed25519";
    /** What X.509 puts before the 32 bytes (RFC 8410). */
    private static final byte[] BEFORE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {
    }

    /** The 32 bytes of a public key. Throws IllegalArgumentException when it is of another kind. */
    static byte[] bytes(PublicKey key) {
        byte[] encoded = key.getEncoded();
        int expected = BEFORE_KEY.length + PUBLIC_KEY_BYTES;
        if (encoded.length != expected || !Arrays.equals(encoded, 0, BEFORE_KEY.length, BEFORE_KEY, 0, BEFORE_KEY.length)) {
            throw new IllegalArgumentException("the key is no " + NAME + " key but " + key.getAlgorithm());
        }
        return Arrays.copyOfRange(encoded, BEFORE_KEY.length, expected);
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("nothing can be signed with this key: an " + NAME + " key is needed", e);
        }
    }

    /** False also for bytes that are no signature or no point of the curve. */
    static boolean verify(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            byte[] encoded = Arrays.copyOf(BEFORE_KEY, BEFORE_KEY.length + PUBLIC_KEY_BYTES);
            System.arraycopy(publicKey, 0, encoded, BEFORE_KEY.length, PUBLIC_KEY_BYTES);
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
