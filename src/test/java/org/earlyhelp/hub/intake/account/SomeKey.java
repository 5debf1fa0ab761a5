package org.earlyhelp.hub.intake.account;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** Key pairs for tests of accounts. */
public final class SomeKey {
    private SomeKey() {
    }

    public static KeyPair pair() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half as OpenSSH writes it. */
    public static String line(KeyPair pair) {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    public static String fingerprint(KeyPair pair) {
        return KeyUtils.getFingerPrint(pair.getPublic());
    }
}
