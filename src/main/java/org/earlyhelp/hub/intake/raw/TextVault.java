package org.earlyhelp.hub.intake.raw;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.seal.KeyFile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals the free texts of a record with AES-256-GCM. The record's opaque id is bound in, so that a text cannot be
 * shown under another record. Layout: 12 bytes nonce, then the sealed JSON. Thread-safe.
 */
@Component
public final class TextVault implements TextSeal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final SecretKey key;

    public TextVault(HubSettings settings) {
        this.key = KeyFile.readOrMake(settings.keyDir().resolve("free-text.key"));
    }

    /** Seals the texts; null when there are none. */
    @Override
    public byte[] seal(String recordRef, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        byte[] nonce = Ids.randomBytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, recordRef, JSON.writeValueAsBytes(new TreeMap<>(texts)));
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /** Opens what {@link #seal} made for the same record. Throws IllegalStateException when it is damaged or another record's. */
    @Override
    public Map<String, String> open(String recordRef, byte[] sealed) {
        byte[] plain = run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), recordRef, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
        return JSON.readValue(plain, new TypeReference<Map<String, String>>() { });
    }

    private byte[] run(int mode, byte[] nonce, String recordRef, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(recordRef.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the free text of record " + recordRef + " cannot be sealed or opened", e);
        }
    }
}
