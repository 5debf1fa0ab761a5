package org.earlyhelp.hub.intake.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.earlyhelp.hub.sharing.SignerKeys;

/**
 * Decrypts one PGP message (RFC 9580; what GnuPG, Symantec and Bouncy Castle write) and checks its signature where signers are
 * agreed. The content is good only when {@link #open} returned: integrity and signature are known at the end.
 */
final class PgpOpening {
    private final HubPgpKey key;
    private final SignerKeys signers;
    private final Instant now;

    /** What takes the content, reading it to its end. */
    interface Taker {
        void take(InputStream content) throws IOException;
    }

    PgpOpening(HubPgpKey key, SignerKeys signers, Instant now) {
        this.key = key;
        this.signers = signers;
        this.now = now;
    }

    void open(InputStream in, Taker taker) throws IOException {
        try {
            PGPPublicKeyEncryptedData encrypted = ours(new BcPGPObjectFactory(PGPUtil.getDecoderStream(in)));
            PGPKeyPair ours = key.pair(encrypted.getKeyIdentifier().getKeyId()).orElseThrow();
            InputStream clear = encrypted.getDataStream(new BcPublicKeyDataDecryptorFactory(ours));
            message(new BcPGPObjectFactory(clear), taker, true);
            clear.transferTo(OutputStream.nullOutputStream());
            boolean authentic = encrypted.isAEAD() || encrypted.isIntegrityProtected() && encrypted.verify();
            if (!authentic) {
                throw EnvelopeFault.damaged("The encrypted file");
            }
        } catch (PGPException e) {
            throw EnvelopeFault.damaged("The encrypted file");
        }
    }

    private PGPPublicKeyEncryptedData ours(BcPGPObjectFactory outer) throws IOException {
        Object first = outer.nextObject();
        if (first instanceof PGPMarker) {
            first = outer.nextObject();
        }
        if (!(first instanceof PGPEncryptedDataList list)) {
            throw EnvelopeFault.damaged("The encrypted file");
        }
        for (PGPEncryptedData one : list) {
            if (one instanceof PGPPublicKeyEncryptedData encrypted && key.pair(encrypted.getKeyIdentifier().getKeyId()).isPresent()) {
                return encrypted;
            }
        }
        throw new EnvelopeFault("WRONG_KEY", "The file is encrypted for somebody else. Nothing of it was taken.",
                "Encrypt it with the hub's public key, hub-public-key.asc in /help/, and not with a password.");
    }

    /** What is encrypted: perhaps compressed once, perhaps signed, and then the content. */
    private void message(BcPGPObjectFactory packets, Taker taker, boolean mayBeCompressed) throws IOException, PGPException {
        Object packet = packets.nextObject();
        if (packet instanceof PGPMarker) {
            packet = packets.nextObject();
        }
        if (packet instanceof PGPCompressedData compressed && mayBeCompressed) {
            message(new BcPGPObjectFactory(compressed.getDataStream()), taker, false);
            return;
        }
        Signatures signatures = new Signatures(signers, now);
        if (packet instanceof PGPOnePassSignatureList announced) {
            signatures.announced(announced);
            packet = packets.nextObject();
        }
        if (packet instanceof PGPEncryptedDataList || packet instanceof PGPCompressedData) {
            throw EnvelopeFault.nested();
        }
        if (!(packet instanceof PGPLiteralData literal)) {
            throw EnvelopeFault.damaged("The encrypted file");
        }
        taker.take(signatures.reading(literal.getInputStream()));
        signatures.check(Optional.ofNullable(packets.nextObject()).filter(PGPSignatureList.class::isInstance).map(PGPSignatureList.class::cast));
    }
}
