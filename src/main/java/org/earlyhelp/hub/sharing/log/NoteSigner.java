package org.earlyhelp.hub.sharing.log;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.function.Function;

/** Signs notes with a private key that its maker holds. */
public interface NoteSigner {
    /** Where others check what this signs. */
    NoteKey key();

    /** The bytes that follow the key id in a signature line; {@code text} ends in a newline. */
    byte[] sign(String text);

    /** A log's signature. */
    static NoteSigner log(NoteKey key, PrivateKey secret) {
        return of(key, NoteKey.Kind.LOG, text -> Ed25519.sign(secret, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A witness's signature, given at {@code at}; whole seconds count. */
    static NoteSigner witness(NoteKey key, PrivateKey secret, Instant at) {
        return of(key, NoteKey.Kind.WITNESS, text -> new Cosignature(at, Ed25519.sign(secret, Cosignature.message(at, text))).bytes());
    }

    private static NoteSigner of(NoteKey key, NoteKey.Kind kind, Function<String, byte[]> signature) {
        if (key.kind() != kind) {
            throw new IllegalArgumentException("a key of kind " + key.kind() + " cannot sign as " + kind);
        }
        return new NoteSigner() {
            @Override
            public NoteKey key() {
                return key;
            }

            @Override
            public byte[] sign(String text) {
                return signature.apply(text);
            }
        };
    }
}
