package org.earlyhelp.hub.intake.raw;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.earlyhelp.hub.intake.KeyedMarks;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.seal.KeyFile;
import org.springframework.stereotype.Component;

/** HMAC-SHA-256 under {@code erasure.key}; each part is closed by a zero byte. */
@Component
public final class HmacMarks implements KeyedMarks {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKey key;

    public HmacMarks(HubSettings settings) {
        this.key = KeyFile.readOrMake(settings.keyDir().resolve("erasure.key"));
    }

    @Override
    public byte[] of(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
