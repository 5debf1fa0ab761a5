package org.earlyhelp.hub.intake.raw;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over a stream in chunks (the STREAM construction): nonce = 7 random bytes of the file, a chunk number of 4
 * bytes and one that says whether the chunk is the last, so that no chunk can be moved, dropped or cut off unseen.
 */
final class ChunkCipher {
    static final int CHUNK_BYTES = 64 * 1024;
    static final int TAG_BYTES = 16;
    static final int PREFIX_BYTES = 7;

    private final SecretKey key;
    private final byte[] prefix;
    private final Cipher cipher;
    private int number;

    ChunkCipher(SecretKey key, byte[] prefix) {
        this.key = key;
        this.prefix = prefix;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    byte[] seal(byte[] plain, int length, boolean last) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(last));
            return cipher.doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk cannot be encrypted", e);
        }
    }

    byte[] open(byte[] sealed, int length, boolean last) throws DamagedCopy {
        if (length < TAG_BYTES) {
            throw new DamagedCopy("was cut off");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(last));
            return cipher.doFinal(sealed, 0, length);
        } catch (AEADBadTagException e) {
            throw new DamagedCopy("was changed or cut off, or belongs to another key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk cannot be decrypted", e);
        }
    }

    private GCMParameterSpec nonce(boolean last) {
        byte[] nonce = ByteBuffer.allocate(12).put(prefix).putInt(number).put((byte) (last ? 1 : 0)).array();
        number = Math.incrementExact(number);
        return new GCMParameterSpec(TAG_BYTES * 8, nonce);
    }
}
