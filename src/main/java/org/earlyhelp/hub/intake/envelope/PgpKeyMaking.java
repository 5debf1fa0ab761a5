package org.earlyhelp.hub.intake.envelope;

import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/** Makes the hub's key pair for incoming files: RSA of 3,072 bits, which every sender's tool can encrypt for. */
final class PgpKeyMaking {
    private static final String NAME = "Early Help Hub, incoming files";
    private static final int BITS = 3_072;

    private PgpKeyMaking() {
    }

    /** A secret key ring without a passphrase: a main key that signs for the other, which decrypts. */
    static byte[] newRing(Instant at) {
        try {
            PGPSignatureSubpacketGenerator main = new PGPSignatureSubpacketGenerator();
            main.setKeyFlags(true, KeyFlags.CERTIFY_OTHER);
            main.setPreferredSymmetricAlgorithms(false, new int[] {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128});
            // Without these GnuPG signs with SHA-1 what it encrypts for this key.
            main.setPreferredHashAlgorithms(false, new int[] {HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA384});
            main.setPreferredCompressionAlgorithms(false, new int[] {CompressionAlgorithmTags.ZIP, CompressionAlgorithmTags.ZLIB, CompressionAlgorithmTags.UNCOMPRESSED});
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
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new JcaPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair(), Date.from(at));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }
}
