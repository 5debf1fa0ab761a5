package org.earlyhelp.hub.intake.account;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * A public key as OpenSSH writes it, without its comment.
 *
 * @param fingerprint {@code SHA256:…}, as {@code ssh-keygen -l} prints it
 */
public record PublicKeyLine(String line, String fingerprint) {
    /** Longer texts are no public key. */
    public static final int LIMIT_CHARACTERS = 4_000;
    private static final int RSA_LEAST_BITS = 2_048;
    private static final Pattern FORM = Pattern.compile("((?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)) [A-Za-z0-9+/]+=*)(?: [^\\n]*)?");

    /** Reads one line. What is wrong with it is a sentence that repeats none of it. */
    public static Parsed<PublicKeyLine> parse(String text) {
        String stripped = text.strip();
        if (stripped.contains("PRIVATE KEY")) {
            return Parsed.bad("PRIVATE_KEY", "This is a private key. Whoever has seen it can sign in as the agency: it must be thrown away and a new one made. Add the file that ends .pub.");
        }
        Matcher form = FORM.matcher(stripped);
        if (stripped.length() > LIMIT_CHARACTERS || !form.matches()) {
            return Parsed.bad("BAD_KEY", "This is no OpenSSH public key: one line that begins ssh-ed25519, ecdsa-sha2-… or ssh-rsa.");
        }
        return ofLine(form.group(1));
    }

    private static Parsed<PublicKeyLine> ofLine(String line) {
        try {
            PublicKey key = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null);
            if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_LEAST_BITS) {
                return Parsed.bad("WEAK_KEY", "This RSA key is shorter than " + RSA_LEAST_BITS + " bits. Make an ed25519 key.");
            }
            return Parsed.good(new PublicKeyLine(line, KeyUtils.getFingerPrint(key)));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Parsed.bad("BAD_KEY", "This line begins like a public key and is damaged.");
        }
    }
}
