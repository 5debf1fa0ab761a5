package org.earlyhelp.hub.intake.envelope;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.earlyhelp.hub.sharing.SignerKeys;

/** The signatures over one message. One good one by an agreed key is enough; without agreed keys none is looked at. */
final class Signatures {
    private static final Set<Integer> BROKEN_HASHES = Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160, HashAlgorithmTags.MD2);
    private final SignerKeys signers;
    private final Instant now;
    private final List<PGPOnePassSignature> watched = new ArrayList<>();

    Signatures(SignerKeys signers, Instant now) {
        this.signers = signers;
        this.now = now;
    }

    /** Those that the message announces, of which the agreed ones are followed. */
    void announced(PGPOnePassSignatureList list) throws PGPException {
        for (PGPOnePassSignature one : list) {
            Optional<PGPPublicKey> key = signers.find(one.getKeyID()).filter(this::isValid);
            if (key.isPresent() && !BROKEN_HASHES.contains(one.getHashAlgorithm())) {
                one.init(new BcPGPContentVerifierBuilderProvider(), key.get());
                watched.add(one);
            }
        }
    }

    /** The content, followed while it is read. */
    InputStream reading(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                if (read > 0) {
                    watched.forEach(signature -> signature.update(into, offset, read));
                }
                return read;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /** Throws EnvelopeFault when a signature is asked for and none is good. */
    void check(Optional<PGPSignatureList> made) throws EnvelopeFault, PGPException {
        if (signers.isEmpty()) {
            return;
        }
        for (PGPSignature signature : made.map(Signatures::listed).orElse(List.of())) {
            for (PGPOnePassSignature one : watched) {
                if (one.getKeyID() == signature.getKeyID() && one.verify(signature)) {
                    return;
                }
            }
        }
        throw new EnvelopeFault("BAD_SIGNATURE", "The file has no good signature by a key that the agreement names. Nothing of it was taken.",
                "Sign it with the agreed key while encrypting it. A new key goes into the agreement first.");
    }

    private static List<PGPSignature> listed(PGPSignatureList made) {
        List<PGPSignature> list = new ArrayList<>();
        made.forEach(list::add);
        return list;
    }

    private boolean isValid(PGPPublicKey key) {
        PGPPublicKey main = signers.mainOf(key.getKeyID()).orElse(key);
        return !key.hasRevocation() && !main.hasRevocation() && !isOver(key) && !isOver(main);
    }

    private boolean isOver(PGPPublicKey key) {
        return SignerKeys.endOf(key).filter(end -> end.isBefore(now)).isPresent();
    }
}
