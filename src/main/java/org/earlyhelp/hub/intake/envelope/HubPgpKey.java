package org.earlyhelp.hub.intake.envelope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.seal.KeyFile;
import org.springframework.stereotype.Component;

/**
 * The key for which senders encrypt: {@code files.pgp} of the key folder, made when it is first asked for. Whoever has it can
 * read what comes: it is in no backup of the data folder. Thread-safe.
 */
@Component
public class HubPgpKey {
    private static final char[] NO_PASSPHRASE = {};
    private final Path file;
    private final HubClock clock;
    private PGPSecretKeyRing ring;

    public HubPgpKey(HubSettings settings, HubClock clock) {
        this.file = settings.keyDir().resolve("files.pgp");
        this.clock = clock;
    }

    /** The public half, armoured, as agencies get it. */
    public String publicKey() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(text)) {
            ring().toCertificate().encode(armour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    /** The key pair with that id; the one to decrypt with for id 0, which hides whom a message is for. */
    Optional<PGPKeyPair> pair(long keyId) {
        for (PGPSecretKey key : ring()) {
            if (key.getKeyID() == keyId || keyId == 0 && key.getPublicKey().isEncryptionKey() && !key.isMasterKey()) {
                return Optional.of(new PGPKeyPair(key.getPublicKey(), unlocked(key)));
            }
        }
        return Optional.empty();
    }

    private static PGPPrivateKey unlocked(PGPSecretKey key) {
        try {
            return key.extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(NO_PASSPHRASE));
        } catch (PGPException e) {
            throw new IllegalStateException("the key for incoming files cannot be used", e);
        }
    }

    private synchronized PGPSecretKeyRing ring() {
        if (ring == null) {
            if (!Files.exists(file)) {
                KeyFile.make(file, PgpKeyMaking.newRing(clock.now()));
            }
            try {
                ring = new PGPSecretKeyRing(PGPUtil.getDecoderStream(new ByteArrayInputStream(KeyFile.read(file))), new BcKeyFingerprintCalculator());
            } catch (IOException | PGPException e) {
                throw new StartFailure("key file " + file.getFileName() + " is no PGP key: restore it from its backup", e);
            }
        }
        return ring;
    }
}
