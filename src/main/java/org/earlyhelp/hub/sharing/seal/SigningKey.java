package org.earlyhelp.hub.sharing.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSigner;

/**
 * An Ed25519 key that signs checkpoints, kept as a {@link NamedKeyPair} under the name of the log. {@code number} counts from 1.
 */
public final class SigningKey {
    private final int number;
    private final PrivateKey secret;
    private final NoteSigner signer;

    private SigningKey(int number, NamedKeyPair pair) {
        this.number = number;
        this.secret = pair.secret();
        this.signer = NoteSigner.log(NoteKey.of(pair.name(), NoteKey.Kind.LOG, pair.open()), secret);
    }

    /** Reads the content of a file; {@code fileName} is for the StartFailure when it is damaged or its halves do not belong together. */
    static SigningKey read(int number, byte[] content, String fileName) {
        return new SigningKey(number, NamedKeyPair.read(content, fileName));
    }

    /** From 1 on; the newest is the highest. */
    public int number() {
        return number;
    }

    /** Signs in the name of the log. Thread-safe. */
    public NoteSigner signer() {
        return signer;
    }

    /** Where others check what this signs; its name is the log's origin. */
    public NoteKey open() {
        return signer.key();
    }

    /** 32 bytes that only a holder of this key can make for that content: for rows that nobody else must change. */
    public byte[] stamp(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getEncoded(), "HmacSHA256"));
            mac.update("early-help-hub checkpoint row\n".getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
