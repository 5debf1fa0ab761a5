package org.earlyhelp.hub.sharing.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.earlyhelp.hub.kernel.Ids;

/**
 * Seals the payload of an entry with AES-256-GCM under a key of the entry's own, which is wrapped with the newest sealing
 * key. The entry's id is bound in, so that a payload cannot be shown under another entry. Layout: 4 bytes number of the
 * sealing key, 12 bytes nonce, 48 bytes the wrapped key, 12 bytes nonce, the sealed payload. Thread-safe.
 */
public final class EntrySeal {
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int WRAPPED_FROM = Integer.BYTES + NONCE_BYTES;
    private static final int NONCE_FROM = WRAPPED_FROM + KEY_BYTES + TAG_BYTES;
    private static final int SEALED_FROM = NONCE_FROM + NONCE_BYTES;
    /** Making a cipher costs more than using it. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(EntrySeal::cipher);

    private final LogKeys keys;

    /** Seals with the newest of the keys, and opens with whichever an entry names. */
    public EntrySeal(LogKeys keys) {
        this.keys = keys;
    }

    /** The payload under a key of its own, which is wrapped with the newest seal key and bound to the entry's id. */
    public byte[] seal(String id, String payload) {
        byte[] plain = payload.getBytes(StandardCharsets.UTF_8);
        byte[] drawn = Ids.randomBytes(KEY_BYTES + 2 * NONCE_BYTES);
        byte[] own = Arrays.copyOf(drawn, KEY_BYTES);
        SealKey newest = keys.newestSeal();
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(SEALED_FROM + plain.length + TAG_BYTES).putInt(newest.number())
                .put(drawn, KEY_BYTES, NONCE_BYTES).put(run(Cipher.ENCRYPT_MODE, newest.key(), drawn, KEY_BYTES, name, own, 0, KEY_BYTES))
                .put(drawn, KEY_BYTES + NONCE_BYTES, NONCE_BYTES)
                .put(run(Cipher.ENCRYPT_MODE, new SecretKeySpec(own, "AES"), drawn, KEY_BYTES + NONCE_BYTES, name, plain, 0, plain.length)).array();
    }

    /** The payload, or why it cannot be read: changed, erased, or its key missing. */
    public Unsealed open(String id, byte[] sealed) {
        if (sealed.length < SEALED_FROM + TAG_BYTES) {
            return new Unsealed.Changed();
        }
        Optional<SealKey> wrap = keys.seal(keyNumber(sealed));
        if (wrap.isEmpty()) {
            return new Unsealed.KeyMissing(keyNumber(sealed));
        }
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        try {
            SecretKey own = new SecretKeySpec(unwrapped(wrap.get(), name, sealed), "AES");
            byte[] plain = tried(Cipher.DECRYPT_MODE, own, sealed, NONCE_FROM, name, sealed, SEALED_FROM, sealed.length - SEALED_FROM);
            return new Unsealed.Open(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return new Unsealed.Changed();
        }
    }

    /** The same with its key wrapped under the newest sealing key; empty when it cannot be opened. */
    public Optional<byte[]> rewrapped(String id, byte[] sealed) {
        Optional<SealKey> wrap = sealed.length < SEALED_FROM + TAG_BYTES ? Optional.empty() : keys.seal(keyNumber(sealed));
        if (wrap.isEmpty()) {
            return Optional.empty();
        }
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] own = unwrapped(wrap.get(), name, sealed);
            SealKey newest = keys.newestSeal();
            byte[] nonce = Ids.randomBytes(NONCE_BYTES);
            return Optional.of(ByteBuffer.allocate(sealed.length).putInt(newest.number()).put(nonce)
                    .put(run(Cipher.ENCRYPT_MODE, newest.key(), nonce, 0, name, own, 0, KEY_BYTES)).put(sealed, NONCE_FROM, sealed.length - NONCE_FROM).array());
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The number of the sealing key that opens it. */
    public static int keyNumber(byte[] sealed) {
        return sealed.length < Integer.BYTES ? 0 : ByteBuffer.wrap(sealed).getInt();
    }

    private static byte[] unwrapped(SealKey wrap, byte[] name, byte[] sealed) throws GeneralSecurityException {
        return tried(Cipher.DECRYPT_MODE, wrap.key(), sealed, Integer.BYTES, name, sealed, WRAPPED_FROM, KEY_BYTES + TAG_BYTES);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, int nonceFrom, byte[] name, byte[] bytes, int from, int length) {
        try {
            return tried(mode, key, nonce, nonceFrom, name, bytes, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an entry cannot be sealed", e);
        }
    }

    private static byte[] tried(int mode, SecretKey key, byte[] nonce, int nonceFrom, byte[] name, byte[] bytes, int from, int length) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce, nonceFrom, NONCE_BYTES));
        cipher.updateAAD(name);
        return cipher.doFinal(bytes, from, length);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }
}
