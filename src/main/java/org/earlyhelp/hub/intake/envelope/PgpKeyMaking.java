package org.earlyhelp.hub.intake.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.bcpg.PublicKeyPacket;

/** Makes the hub's key pair for incoming files: RSA of 3,072 bits, which every sender's tool can encrypt for. */
final class PgpKeyMaking {
    private static final String NAME = "Early Help Hub, incoming files";
    private static final int BITS = 3_072;
    private static final int CERTAINTY = 112;

    private PgpKeyMaking() {
    }

    /** A secret key ring without a passphrase: a main key that signs for the other, which decrypts. */
    static byte[] newRing(Instant at) {
        try {
            PGPSignatureSubpacketGenerator main = new PGPSignatureSubpacketGenerator();
            main.setKeyFlags(true, KeyFlags.CERTIFY_OTHER);
            main.setPreferredSymmetricAlgorithms(false, new int[] {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128});
            main.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
            PGPSignatureSubpacketGenerator decrypting = new PGPSignatureSubpacketGenerator();
            decrypting.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
            PGPKeyPair certifying = pair(at);
            PGPKeyRingGenerator ring = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, certifying, NAME,
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1), main.generate(), null,
                    new BcPGPContentSignerBuilder(certifying.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256), null);
            ring.addSubKey(pair(at), decrypting.generate(), null);
            return ring.generateSecretKeyRing().getEncoded();
        } catch (PGPException | IOException e) {
            throw new IllegalStateException("this Java cannot make a PGP key", e);
        }
    }

    private static PGPKeyPair pair(Instant at) throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), BITS, CERTAINTY));
        return new BcPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), Date.from(at));
    }
}
