package org.earlyhelp.hub.sharing.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.StartFailure;

/** An Ed25519 key pair and the name it signs under, as a file keeps them: a line of text, and both halves as PEM. */
public record NamedKeyPair(String name, PrivateKey secret, PublicKey open) {
    private static final String ED25519 = "Ed25519";
    private static final Pattern FILE = Pattern.compile("name: (\\S+)\n-----BEGIN PRIVATE KEY-----\n(\\S+)\n-----END PRIVATE KEY-----\n"
            + "-----BEGIN PUBLIC KEY-----\n(\\S+)\n-----END PUBLIC KEY-----\n");
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

    /** The content of the file of a new key; the name has no spaces. */
    public static byte[] fresh(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            String text = "name: " + name + "\n-----BEGIN PRIVATE KEY-----\n" + base64.encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n"
                    + "-----BEGIN PUBLIC KEY-----\n" + base64.encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
            return text.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /** Reads the content of a file; {@code fileName} is for the StartFailure when it is damaged or its halves do not belong together. */
    public static NamedKeyPair read(byte[] content, String fileName) {
        Matcher parts = FILE.matcher(new String(content, StandardCharsets.US_ASCII));
        try {
            if (!parts.matches()) {
                throw new InvalidKeyException("not a name and two halves");
            }
            KeyFactory factory = KeyFactory.getInstance(ED25519);
            PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts.group(2))));
            PublicKey open = factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(parts.group(3))));
            requirePair(secret, open);
            return new NamedKeyPair(parts.group(1), secret, open);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartFailure("key file " + fileName + " is damaged: restore it from its backup", e);
        }
    }

    private static void requirePair(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ED25519);
        signature.initSign(secret);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(PROBE);
        if (!signature.verify(signed)) {
            throw new InvalidKeyException("the halves are of two keys");
        }
    }

    /** The secret half stays unsaid. */
    @Override
    public String toString() {
        return name;
    }
}
